using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Seal.Age;

/// <summary>The readable beginning of an age file: for whom it is sealed, in which ways, but not who they are.</summary>
public sealed class AgeHeader
{
    /// <summary>
    /// The longest header that is read, in bytes: ours have at most 2 KiB, one post-quantum stanza 1.6 KB. Whoever has 150
    /// recipients needs another program.
    /// </summary>
    public const int MaxBytes = 256 * 1024;

    internal const int FileKeyBytes = 16;
    private const int MacBytes = 32;

    private readonly byte[] maced;
    private readonly byte[] mac;

    private AgeHeader(IReadOnlyList<Stanza> stanzas, byte[] maced, byte[] mac, int length)
    {
        Stanzas = stanzas;
        this.maced = maced;
        this.mac = mac;
        Length = length;
    }

    /// <summary>Bytes until the content.</summary>
    public int Length { get; }

    /// <summary>The kinds of the stanzas in their order: <c>X25519</c>, <c>scrypt</c>, <c>mlkem768x25519</c>, others' own.</summary>
    public IEnumerable<string> Kinds => Stanzas.Select(stanza => stanza.Kind);

    internal IReadOnlyList<Stanza> Stanzas { get; }

    private static ReadOnlySpan<byte> Version => "age-encryption.org/v1\n"u8;

    /// <summary>Reads the header at the beginning of <paramref name="file"/>.</summary>
    /// <returns>False, with the reason, for anything that is not exactly one.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> file,
        [NotNullWhen(true)] out AgeHeader? header,
        out AgeRefusal refusal
    )
    {
        header = null;
        refusal = AgeRefusal.NotAge;
        if (!file.StartsWith(Version))
        {
            return false;
        }

        refusal = AgeRefusal.Header;
        var lines = new HeaderLines(file, Version.Length);
        var stanzas = new List<Stanza>();
        while (lines.TryNext(out var line))
        {
            if (line.StartsWith("---"u8))
            {
                if (stanzas.Count == 0 || !TryReadMac(line, out var tag))
                {
                    return false;
                }

                // The mark is part of what is authenticated, the blank behind it is not.
                var authentic = file[..(lines.At - line.Length - 1 + 3)].ToArray();
                header = new AgeHeader(stanzas, authentic, tag, lines.At);
                return true;
            }

            if (!TryReadStanza(line, ref lines, out var stanza))
            {
                return false;
            }

            stanzas.Add(stanza);
        }

        return false;
    }

    internal static byte[] Write(IReadOnlyList<Stanza> stanzas, ReadOnlySpan<byte> fileKey)
    {
        var text = new StringBuilder().Append(Encoding.ASCII.GetString(Version));
        foreach (var stanza in stanzas)
        {
            stanza.WriteTo(text);
        }

        text.Append("---");
        Span<byte> tag = stackalloc byte[MacBytes];
        Mac(fileKey, Encoding.ASCII.GetBytes(text.ToString()), tag);
        return Encoding.ASCII.GetBytes(text.Append(' ').Append(Letters64.Write(tag)).Append('\n').ToString());
    }

    internal bool IsFrom(ReadOnlySpan<byte> fileKey)
    {
        Span<byte> expected = stackalloc byte[MacBytes];
        Mac(fileKey, maced, expected);
        return CryptographicOperations.FixedTimeEquals(expected, mac);
    }

    private static void Mac(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> header, Span<byte> tag)
    {
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, key, [], "header"u8);
        HMACSHA256.HashData(key, header, tag);
        CryptographicOperations.ZeroMemory(key);
    }

    private static bool TryReadMac(ReadOnlySpan<byte> line, [NotNullWhen(true)] out byte[]? tag)
    {
        tag = null;
        return line.StartsWith("--- "u8) && Letters64.TryRead(line[4..], out tag) && tag.Length == MacBytes;
    }

    private static bool TryReadStanza(
        ReadOnlySpan<byte> first,
        ref HeaderLines lines,
        [NotNullWhen(true)] out Stanza? stanza
    )
    {
        stanza = null;
        if (!first.StartsWith("-> "u8) || first[3..].ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return false;
        }

        var arguments = Encoding.ASCII.GetString(first[3..]).Split(' ');
        if (arguments.Any(argument => argument.Length == 0) || !lines.TryNextBody(out var body))
        {
            return false;
        }

        stanza = new Stanza(arguments, body);
        return true;
    }
}
