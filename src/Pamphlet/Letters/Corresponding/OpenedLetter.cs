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
        using var opened = SealedElsewhere.Open(armor, mail.Ring);
        return opened is null
            ? new OpenedLetter(letter, "", "", [], Encoding.UTF8.GetString(armor))
            : new OpenedLetter(letter, "", Encoding.UTF8.GetString(opened.Span), [], "");
    }
}
