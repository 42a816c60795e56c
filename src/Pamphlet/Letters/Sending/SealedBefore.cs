using Pamphlet.Seal.Age;

namespace Pamphlet.Letters.Sending;

/// <summary>
/// Whether something was sealed before it reached us: found by reading it as an age file, never by a mark that somebody set, a name
/// or a beginning alone.
/// </summary>
internal static class SealedBefore
{
    /// <param name="beginning">Of a file; a header of ours has at most 2 KiB.</param>
    public static Verdict OfFile(ReadOnlySpan<byte> beginning) =>
        ArmorReader.Begins(beginning) ? Verdict.Sealed
        : AgeHeader.TryRead(beginning, out _, out var refusal) ? Verdict.Sealed
        : refusal == AgeRefusal.NotAge ? Verdict.Plain
        : Verdict.Broken;

    /// <param name="words">All of them.</param>
    public static Verdict OfWords(ReadOnlySpan<byte> words)
    {
        if (!ArmorReader.Begins(words))
        {
            return Verdict.Plain;
        }

        using var typed = new MemoryStream(words.ToArray(), writable: false);
        using var armor = new ArmorReader(typed);
        using var file = new MemoryStream();
        try
        {
            armor.CopyTo(file);
        }
        catch (AgeRefusedException)
        {
            return Verdict.Broken;
        }

        return
            AgeHeader.TryRead(file.GetBuffer().AsSpan(0, (int)file.Length), out var header, out _)
            && file.Length > header.Length
            ? Verdict.Sealed
            : Verdict.Broken;
    }

    internal enum Verdict
    {
        Plain,
        Sealed,

        /// <summary>It means to be sealed, and is cut or damaged: nobody could open it.</summary>
        Broken,
    }
}
