using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Pamphlet.Editors;

/// <summary>
/// The six figures of an authenticator program (RFC 6238: SHA-1, thirty seconds). Identity's own reading of them does not say
/// which step a code was of, and without that a code that somebody saw could be used again.
/// </summary>
internal static class Totp
{
    public const int SecretLength = 20;

    private const int Seconds = 30;
    private const int Digits = 6;

    // A phone's clock may be a step off, either way.
    private const int Tolerance = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <returns>The step that the code is of, or null: of none near now.</returns>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTimeOffset now)
    {
        if (code.Length != Digits || !code.All(char.IsAsciiDigit))
        {
            return null;
        }

        long? found = null;
        var current = now.ToUnixTimeSeconds() / Seconds;
        for (var step = current - Tolerance; step <= current + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Ascii(CodeAt(secret, step)), Ascii(code)))
            {
                found = step;
            }
        }

        return found;
    }

    public static string CodeAt(ReadOnlySpan<byte> secret, DateTimeOffset moment) =>
        CodeAt(secret, moment.ToUnixTimeSeconds() / Seconds);

    /// <summary>As authenticator programs want it typed.</summary>
    public static string ToBase32(ReadOnlySpan<byte> secret)
    {
        var text = new System.Text.StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var one in secret)
        {
            (bits, held) = (((bits << 8) | one) & 0xffff, held + 8);
            for (; held >= 5; held -= 5)
            {
                text.Append(Base32[(bits >> (held - 5)) & 31]);
            }
        }

        return text.ToString();
    }

    /// <returns>Null: not what we wrote.</returns>
    public static byte[]? FromBase32(string text)
    {
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var letter in text)
        {
            var value = Base32.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            (bits, held) = (((bits << 5) | value) & 0xffff, held + 5);
            if (held >= 8)
            {
                held -= 8;
                bytes.Add((byte)((bits >> held) & 0xff));
            }
        }

        return bytes.Count == SecretLength ? [.. bytes] : null;
    }

    /// <summary>What the square of dots holds.</summary>
    public static string Address(string paper, string name, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString($"{paper}:{name}")}?secret={secret}&issuer={Uri.EscapeDataString(paper)}";

    private static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // Authenticator programs know no other hash; HMAC does not rest on collisions.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Ascii(string code) => System.Text.Encoding.ASCII.GetBytes(code);
}
