using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Letters;

/// <summary>
/// The keys of the coming weeks, published ahead and signed, so that letters can be sealed while every correspondent is away. When
/// an epoch was read its secret is destroyed; that, and nothing on a disk, is what deletes its letters.
/// </summary>
/// <remarks>Text, one spelling: see <c>docs/formats/letter.md</c>.</remarks>
public sealed class EpochKeys
{
    private const string Head = "pamphlet letters epochs v1";
    private const int MostEpochs = 60;
    private const int LongestText = 256 * 1024;

    private EpochKeys(LettersKey signer, IReadOnlyList<EpochKey> keys, byte[] text)
    {
        Signer = signer;
        Keys = keys;
        Text = text;
    }

    /// <summary>Whose keys these are.</summary>
    public LettersKey Signer { get; }

    /// <summary>By day, the oldest first; at least one.</summary>
    public IReadOnlyList<EpochKey> Keys { get; }

    /// <summary>The signed bytes as they are published.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>Signs a list.</summary>
    /// <exception cref="ArgumentException">No key, too many, or not in the order of their days: the caller's fault.</exception>
    public static EpochKeys Sign(LettersIdentity identity, IReadOnlyList<EpochKey> keys)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(keys);
        if (!IsInOrder(keys))
        {
            throw new ArgumentException("These keys make no list of epochs.", nameof(keys));
        }

        var text = new StringBuilder(Head)
            .Append('\n')
            .Append(Convert.ToBase64String(identity.Public.Bytes))
            .Append('\n');
        foreach (var key in keys)
        {
            text.Append(key.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                .Append(' ')
                .Append(key.Recipient)
                .Append('\n');
        }

        var signature = identity.Sign(SignedPurpose.Epochs, Encoding.ASCII.GetBytes(text.ToString()));
        text.Append("signed ").Append(Convert.ToBase64String(signature)).Append('\n');
        return new EpochKeys(identity.Public, [.. keys], Encoding.ASCII.GetBytes(text.ToString()));
    }

    /// <summary>Reads a list that a stranger may have written. Whether its signer is the right one, the caller compares.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, [NotNullWhen(true)] out EpochKeys? read)
    {
        read = null;
        if (text.Length > LongestText || text.ContainsAnyExceptInRange((byte)'\n', (byte)'~'))
        {
            return false;
        }

        var lines = Encoding.ASCII.GetString(text).Split('\n');
        if (
            lines.Length is < 5 or > MostEpochs + 4
            || !string.Equals(lines[0], Head, StringComparison.Ordinal)
            || lines[^1].Length != 0
            || !TryBytes(lines[1], out var publicKey)
            || !LettersKey.TryFrom(publicKey, out var signer)
            || !lines[^2].StartsWith("signed ", StringComparison.Ordinal)
            || !TryBytes(lines[^2]["signed ".Length..], out var signature)
            || !signer.HasSigned(SignedPurpose.Epochs, text[..^(lines[^2].Length + 1)], signature)
        )
        {
            return false;
        }

        var keys = new List<EpochKey>(lines.Length);
        foreach (var line in lines[2..^2])
        {
            if (!TryReadKey(line, out var key))
            {
                return false;
            }

            keys.Add(key);
        }

        read = IsInOrder(keys) ? new EpochKeys(signer, keys, text.ToArray()) : null;
        return read is not null;
    }

    /// <summary>The key for letters of <paramref name="day"/>, or null: the list is too new.</summary>
    public EpochKey? At(DateOnly day) => Keys.LastOrDefault(key => key.From <= day);

    private static bool IsInOrder(IReadOnlyList<EpochKey> keys) =>
        keys.Count is > 0 and <= MostEpochs && keys.Zip(keys.Skip(1)).All(pair => pair.First.From < pair.Second.From);

    private static bool TryReadKey(string line, [NotNullWhen(true)] out EpochKey? key)
    {
        key = null;
        if (
            line.Length < 12
            || line[10] != ' '
            || !DateOnly.TryParseExact(
                line.AsSpan(0, 10),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                default,
                out var from
            )
            || !HybridRecipient.TryRead(line[11..], out var recipient)
        )
        {
            return false;
        }

        key = new EpochKey(from, recipient);
        return true;
    }

    private static bool TryBytes(string text, [NotNullWhen(true)] out byte[]? bytes) =>
        Letters64.TryReadPadded(Encoding.ASCII.GetBytes(text), out bytes);
}
