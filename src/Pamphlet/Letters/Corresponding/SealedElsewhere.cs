using Pamphlet.Letters.Keys;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;

namespace Pamphlet.Letters.Corresponding;

/// <summary>What a writer sealed with an age program of their own before it reached the server, in armor or not.</summary>
internal static class SealedElsewhere
{
    /// <summary>Opens it where it is for one of our weeks; null: it is no age file, for somebody else, or damaged.</summary>
    public static SecretBytes? Open(ReadOnlyMemory<byte> bytes, IReadOnlyList<EpochSecret> epochs)
    {
        var isArmored = ArmorReader.Begins(bytes.Span);
        if (!isArmored && !AgeHeader.TryRead(bytes.Span, out _, out _))
        {
            return null;
        }

        using var opened = new SecretBytes(bytes.Length);
        try
        {
            using var input = new MemoryStream(bytes.ToArray(), writable: false);
            using Stream file = isArmored ? new ArmorReader(input) : input;
            using var reader = AgeReader.Open(file, [.. epochs.Select(epoch => epoch.Identity)]);
            var length = 0;
            while (length < opened.Length && reader.Read(opened.Span[length..]) is > 0 and var count)
            {
                length += count;
            }

            // The end is what shows that nothing was cut off.
            return reader.ReadByte() < 0 ? SecretBytes.From(opened.Span[..length]) : null;
        }
        catch (AgeRefusedException)
        {
            return null;
        }
    }
}
