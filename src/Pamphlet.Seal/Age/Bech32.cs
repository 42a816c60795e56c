using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal.Age;

/// <summary>BIP 173 without its limit of length: how age spells its keys. All small or all capital letters; six letters of checksum.</summary>
internal static class Bech32
{
    private const string Letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int ChecksumLetters = 6;

    private static readonly uint[] Generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

    /// <summary>In small letters.</summary>
    public static string Write(string prefix, ReadOnlySpan<byte> bytes)
    {
        var data = Regroup(bytes, 8, 5, pad: true)!;
        byte[] all = [.. Expand(prefix), .. data, 0, 0, 0, 0, 0, 0];
        var checksum = Polymod(all) ^ 1;
        var letters = new char[data.Length + ChecksumLetters];
        for (var i = 0; i < data.Length; i++)
        {
            letters[i] = Letters[data[i]];
        }

        for (var i = 0; i < ChecksumLetters; i++)
        {
            letters[data.Length + i] = Letters[(int)((checksum >> (5 * (5 - i))) & 31)];
        }

        return $"{prefix}1{new string(letters)}";
    }

    /// <returns>False unless the text is one key with this prefix.</returns>
    public static bool TryRead(string? text, string prefix, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text is null || (text.Any(char.IsAsciiLetterLower) && text.Any(char.IsAsciiLetterUpper)))
        {
            return false;
        }

        var small = text.ToLowerInvariant();
        if (
            !small.StartsWith($"{prefix}1", StringComparison.Ordinal)
            || small.LastIndexOf('1') != prefix.Length
            || small.Length < prefix.Length + 1 + ChecksumLetters
        )
        {
            return false;
        }

        var data = new byte[small.Length - prefix.Length - 1];
        for (var i = 0; i < data.Length; i++)
        {
            var value = Letters.IndexOf(small[prefix.Length + 1 + i], StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            data[i] = (byte)value;
        }

        if (Polymod([.. Expand(prefix), .. data]) != 1)
        {
            return false;
        }

        bytes = Regroup(data.AsSpan(..^ChecksumLetters), 5, 8, pad: false);
        return bytes is not null;
    }

    private static byte[]? Regroup(ReadOnlySpan<byte> source, int from, int to, bool pad)
    {
        var output = new List<byte>((source.Length * from / to) + 1);
        var (held, bits) = (0u, 0);
        foreach (var value in source)
        {
            held = ((held << from) | value) & 0xfff;
            bits += from;
            while (bits >= to)
            {
                bits -= to;
                output.Add((byte)((held >> bits) & ((1u << to) - 1)));
            }
        }

        var rest = held & ((1u << bits) - 1);
        if (pad)
        {
            if (bits > 0)
            {
                output.Add((byte)(rest << (to - bits)));
            }
        }
        else if (bits >= from || rest != 0)
        {
            return null;
        }

        return [.. output];
    }

    private static IEnumerable<byte> Expand(string prefix) =>
        [.. prefix.Select(letter => (byte)(letter >> 5)), 0, .. prefix.Select(letter => (byte)(letter & 31))];

    private static uint Polymod(ReadOnlySpan<byte> values)
    {
        var check = 1u;
        foreach (var value in values)
        {
            var top = check >> 25;
            check = ((check & 0x1ffffff) << 5) ^ value;
            for (var i = 0; i < Generator.Length; i++)
            {
                check ^= ((top >> i) & 1) == 1 ? Generator[i] : 0;
            }
        }

        return check;
    }
}
