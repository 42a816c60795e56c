using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.ComingBack;

/// <summary>
/// Tries a key on every slot in which an answer can lie. A key that nobody has written to costs what one costs whose box is empty,
/// for there is no difference between them.
/// </summary>
internal static class FindAnswers
{
    public static IReadOnlyList<FoundAnswer> Run(LetterBox box, HybridIdentity reader, LettersKey paper)
    {
        var found = new List<FoundAnswer>();
        var page = new byte[LetterPage.SealedBytes];
        for (var slot = 0; slot < box.AnswerSlots; slot++)
        {
            box.ReadAnswer(slot, page);
#pragma warning disable CA2000 // What is found is its caller's to dispose of.
            if (SignedAnswer.TryOpen(page, reader, paper, out var words))
#pragma warning restore CA2000
            {
                found.Add(new FoundAnswer(slot, words));
            }
        }

        return found;
    }
}

/// <summary>An answer and where it lies.</summary>
internal sealed record FoundAnswer(int Slot, SecretBytes Words) : IDisposable
{
    public void Dispose() => Words.Dispose();
}
