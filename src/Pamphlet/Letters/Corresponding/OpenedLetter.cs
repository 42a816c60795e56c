using System.Text;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Corresponding;

/// <summary>A letter while somebody reads it. A text of .NET's cannot be wiped: it is gone when its memory is used again.</summary>
/// <param name="Letter">Where it lies.</param>
/// <param name="Armor">What its writer sealed before it reached the server, where no key of ours opens it; or empty.</param>
internal sealed record OpenedLetter(
    MailLetter Letter,
    string Subject,
    string Text,
    IReadOnlyList<LetterFile> Files,
    string Armor
)
{
    /// <summary>What a paper says of itself; null: no paper wrote it.</summary>
    public PaperClaim? Claim { get; init; }

    /// <summary>It says that a paper wrote it, and that paper did not sign it, or not for us.</summary>
    public bool IsUnproven { get; init; }

    public static OpenedLetter Read(MailLetter letter, OpenMail mail)
    {
        using var page = mail.Open(letter.First);
        if (page is { Kind: LetterKind.SealedElsewhere })
        {
            return OfSealed(letter, page.Content.ToArray(), mail);
        }

        if (page is null || !LetterContent.TryRead(page.Content, out var content))
        {
            return new OpenedLetter(letter, "", "", [], "");
        }

        using (content)
        {
            return new OpenedLetter(
                letter,
                Encoding.UTF8.GetString(content.Subject),
                Encoding.UTF8.GetString(content.Words),
                content.Files,
                ""
            );
        }
    }

    private static OpenedLetter OfSealed(MailLetter letter, byte[] armor, OpenMail mail)
    {
        using var opened = SealedElsewhere.Open(armor, mail.Ring.Epochs);
        return opened is null ? new OpenedLetter(letter, "", "", [], Encoding.UTF8.GetString(armor))
            : PaperLetter.Begins(opened.Span) ? OfPaper(letter, opened.Span, mail)
            : new OpenedLetter(letter, "", Encoding.UTF8.GetString(opened.Span), [], "");
    }

    private static OpenedLetter OfPaper(MailLetter letter, ReadOnlySpan<byte> plain, OpenMail mail)
    {
        if (!PaperLetter.TryRead(plain, mail.Ring.Signing.Public.Paper, out var read))
        {
            return new OpenedLetter(letter, "", "", [], "") { IsUnproven = true };
        }

        using (read)
        {
            return new OpenedLetter(
                letter,
                Encoding.UTF8.GetString(read.Content.Subject),
                Encoding.UTF8.GetString(read.Content.Words),
                [],
                ""
            )
            {
                Claim = new PaperClaim(read.Name, read.Address),
            };
        }
    }
}

/// <summary>What a paper calls itself, and where it says that it is written to. Nothing of it is believed; only its key is.</summary>
internal sealed record PaperClaim(string Name, string Address);
