using System.Text;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Corresponding;

/// <summary>A letter while somebody reads it.</summary>
/// <param name="Letter">Where it lies.</param>
/// <param name="Text">Its words. A text of .NET's cannot be wiped: it is gone when its memory is used again.</param>
internal sealed record OpenedLetter(MailLetter Letter, string Text)
{
    public static OpenedLetter Read(MailLetter letter, IReadOnlyList<ReadOnlyMemory<byte>> pages, OpenKeyring ring)
    {
        var paper = ring.Signing.Public.Paper;
        if (!LetterPage.TryOpen(pages[letter.First.Slot], letter.First.Epoch.Identity, paper, out var opened))
        {
            return new OpenedLetter(letter, "");
        }

        using (opened)
        {
            return new OpenedLetter(letter, Encoding.UTF8.GetString(opened.Content));
        }
    }
}
