using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal;

/// <summary>Entries one after another, each with its length before it in 16 bits (C2SP tlog-tiles).</summary>
public static class EntryBundle
{
    /// <summary>One entry with its length.</summary>
    /// <exception cref="OverflowException">Longer than 65,535 bytes: the caller's fault.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> entry)
    {
        var bytes = new byte[sizeof(ushort) + entry.Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, checked((ushort)entry.Length));
        entry.CopyTo(bytes.AsSpan(sizeof(ushort)));
        return bytes;
    }

    /// <summary>How many bytes the first <paramref name="count"/> entries take, or -1 where they are not all there.</summary>
    public static int LengthOf(ReadOnlySpan<byte> bundle, int count)
    {
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            if (bundle.Length - at < sizeof(ushort))
            {
                return -1;
            }

            at += sizeof(ushort) + BinaryPrimitives.ReadUInt16BigEndian(bundle[at..]);
            if (at > bundle.Length)
            {
                return -1;
            }
        }

        return at;
    }

    /// <summary>Reads a bundle that a stranger sent: exactly <paramref name="count"/> entries and nothing after them.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> bundle,
        int count,
        [NotNullWhen(true)] out IReadOnlyList<byte[]>? entries
    )
    {
        entries = null;
        if (LengthOf(bundle, count) != bundle.Length)
        {
            return false;
        }

        var read = new List<byte[]>(count);
        while (!bundle.IsEmpty)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bundle);
            read.Add(bundle.Slice(sizeof(ushort), length).ToArray());
            bundle = bundle[(sizeof(ushort) + length)..];
        }

        entries = read;
        return true;
    }
}
