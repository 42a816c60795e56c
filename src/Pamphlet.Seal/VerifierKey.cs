using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Pamphlet.Seal;

/// <summary>A public key with its name, as C2SP signed notes write it: <c>&lt;name&gt;+&lt;8 hex&gt;+&lt;base64&gt;</c>.</summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 255;

    /// <summary>Bytes of a public key.</summary>
    public const int KeySize = 32;

    private readonly byte[] publicKey;

    internal VerifierKey(string name, KeyKind kind, byte[] publicKey)
    {
        (Name, Kind, this.publicKey) = (name, kind, publicKey);
        Id = IdOf(name, kind, publicKey);
    }

    /// <summary>Without spaces and plus signs, usually an address without its scheme.</summary>
    public string Name { get; }

    /// <summary>What its signatures say.</summary>
    public KeyKind Kind { get; }

    /// <summary>The first four bytes of SHA-256(name, newline, kind, key): finds the key, proves nothing.</summary>
    public uint Id { get; }

    /// <summary>The Ed25519 key, 32 bytes.</summary>
    public ReadOnlySpan<byte> PublicKey => publicKey;

    /// <summary>SHA-256 of the key's text: what is printed on paper and compared by eye.</summary>
    public ContentHash Fingerprint => ContentHash.Of(Encoding.UTF8.GetBytes(ToString()));

    /// <summary>Reads a key that somebody typed or a stranger sent.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out VerifierKey? key)
    {
        key = null;
        var parts = text?.Split('+', 3) ?? [];
        if (
            parts.Length != 3
            || !IsName(parts[0])
            || !TryParseId(parts[1], out var id)
            || !SixBits.TryDecode(parts[2], out var bytes)
            || bytes.Length != KeySize + 1
            || (KeyKind)bytes[0] is not (KeyKind.Note or KeyKind.Cosignature)
        )
        {
            return false;
        }

        var parsed = new VerifierKey(parts[0], (KeyKind)bytes[0], bytes[1..]);
        key = parsed.Id == id ? parsed : null;
        return key is not null;
    }

    /// <summary>Whether a text can be a key's name.</summary>
    public static bool IsName(string name) =>
        !string.IsNullOrEmpty(name)
        && name.Length <= MaxName
        && !name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == '+');

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}+{Id:x8}+{Convert.ToBase64String([(byte)Kind, .. publicKey])}"
        );

    /// <summary>Whether this key made that signature over <paramref name="text"/>.</summary>
    /// <param name="time">For a cosignature, when it was given; otherwise null.</param>
    public bool Verifies(string text, ReadOnlySpan<byte> signature, out DateTimeOffset? time)
    {
        ArgumentNullException.ThrowIfNull(text);
        time = null;
        if (Kind == KeyKind.Note)
        {
            return VerifiesBytes(Encoding.UTF8.GetBytes(text), signature);
        }

        if (signature.Length != Cosignature.Size || !Cosignature.TryTime(signature, out var said))
        {
            return false;
        }

        time = said;
        return VerifiesBytes(Cosignature.Message(said, text), signature[Cosignature.TimeSize..]);
    }

    /// <summary>Plain Ed25519 over bytes.</summary>
    public bool VerifiesBytes(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureAlgorithm.Ed25519.SignatureSize
        && NSec.Cryptography.PublicKey.TryImport(
            SignatureAlgorithm.Ed25519,
            publicKey,
            KeyBlobFormat.RawPublicKey,
            out var imported
        )
        && imported is not null
        && SignatureAlgorithm.Ed25519.Verify(imported, message, signature);

    /// <inheritdoc/>
    public bool Equals(VerifierKey? other) =>
        other is not null
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && Kind == other.Kind
        && publicKey.AsSpan().SequenceEqual(other.publicKey);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Name), Id);

    private static bool TryParseId(string text, out uint id)
    {
        id = 0;
        return text.Length == 8
            && !text.AsSpan().ContainsAnyInRange('A', 'F')
            && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out id);
    }

    private static uint IdOf(string name, KeyKind kind, byte[] key)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)kind, .. key];
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(bytes));
    }
}
