using System.Diagnostics.CodeAnalysis;
using System.Text;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;

namespace Pamphlet.Letters.Keys;

/// <summary>
/// A correspondent's own key: its public half in a line, so that others can seal for them, then its secret half in an age file
/// that their passphrase opens.
/// </summary>
/// <param name="Name">The name of the file: an editor's number, or what somebody chose on their own machine.</param>
internal sealed record Holder(string Name, HybridRecipient Recipient, ReadOnlyMemory<byte> SealedSeed)
{
    /// <summary>A file has so many bytes at most.</summary>
    private const int MostBytes = 16 * 1024;

    public const int LongestName = 40;

    public static byte[] Write(HybridIdentity own, SecretBytes passphrase, int work) =>
        [
            .. Encoding.ASCII.GetBytes($"{own.Recipient}\n"),
            .. SealedFile.Seal(own.Seed, [new PassphraseRecipient(passphrase, work)]),
        ];

    public static bool TryRead(string name, byte[] file, [NotNullWhen(true)] out Holder? holder)
    {
        holder = null;
        var end = Array.IndexOf(file, (byte)'\n');
        if (
            file.Length > MostBytes
            || end < 0
            || !HybridRecipient.TryRead(Encoding.ASCII.GetString(file, 0, end), out var recipient)
        )
        {
            return false;
        }

        holder = new Holder(name, recipient, file.AsMemory(end + 1));
        return true;
    }

    /// <summary>Small letters, digits and hyphens: it becomes a file's name.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <returns>Null: the passphrase is another. It takes a second, and 128 MiB or more.</returns>
    public HybridIdentity? Open(SecretBytes passphrase)
    {
        using var identity = new PassphraseIdentity(passphrase);
        using var seed = SealedFile.Open(SealedSeed, identity);
        return seed is { Length: HybridIdentity.SeedBytes } ? HybridIdentity.FromSeed(seed.Span) : null;
    }
}
