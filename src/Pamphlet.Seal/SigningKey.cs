using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Pamphlet.Seal;

/// <summary>A private key with its name. It lies in memory that is never swapped out, and is overwritten when disposed of.</summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>Bytes of the secret that a key is made of.</summary>
    public const int SeedSize = 32;

    private const string Mark = "PRIVATE+KEY+";
    private readonly Key key;

    /// <param name="seed">32 secret random bytes; the caller overwrites its own copy.</param>
    /// <exception cref="ArgumentException">The name is none, or the seed has another length: the caller's fault.</exception>
    public SigningKey(string name, KeyKind kind, ReadOnlySpan<byte> seed)
    {
        if (!VerifierKey.IsName(name))
        {
            throw new ArgumentException($"Not a key's name: {name}", nameof(name));
        }

        key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, Exportable);
        Verifier = new VerifierKey(name, kind, key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>The public half.</summary>
    public VerifierKey Verifier { get; }

    private static KeyCreationParameters Exportable => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };

    /// <summary>Makes a key out of the system's randomness.</summary>
    public static SigningKey Make(string name, KeyKind kind)
    {
        Span<byte> seed = stackalloc byte[SeedSize];
        RandomNumberGenerator.Fill(seed);
        var made = new SigningKey(name, kind, seed);
        CryptographicOperations.ZeroMemory(seed);
        return made;
    }

    /// <summary>Reads <c>PRIVATE+KEY+name+id+base64</c>, as Go's note package writes it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SigningKey? key)
    {
        key = null;
        if (text is null || !text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = text[Mark.Length..].Split('+', 3);
        if (
            parts.Length != 3
            || !VerifierKey.IsName(parts[0])
            || !SixBits.TryDecode(parts[2], out var bytes)
            || bytes.Length != SeedSize + 1
            || (KeyKind)bytes[0] is not (KeyKind.Note or KeyKind.Cosignature)
        )
        {
            return false;
        }

        var parsed = new SigningKey(parts[0], (KeyKind)bytes[0], bytes.AsSpan(1));
        CryptographicOperations.ZeroMemory(bytes);
        if (
            !string.Equals(
                parts[1],
                parsed.Verifier.Id.ToString("x8", CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            )
        )
        {
            parsed.Dispose();
            return false;
        }

        key = parsed;
        return true;
    }

    /// <summary>Copies the secret out, to be sealed or printed; the caller overwrites the copy.</summary>
    public byte[] Seed() => key.Export(KeyBlobFormat.RawPrivateKey);

    /// <summary>The secret as Go's note package writes it.</summary>
    public string ToSecretText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Mark}{Verifier.Name}+{Verifier.Id:x8}+{Convert.ToBase64String([(byte)Verifier.Kind, .. Seed()])}"
        );

    /// <summary>Plain Ed25519 over bytes.</summary>
    public byte[] SignBytes(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(key, message);

    /// <summary>Signs a note's text.</summary>
    /// <exception cref="InvalidOperationException">The key gives cosignatures: the caller's fault.</exception>
    public NoteSignature Sign(string text) =>
        Verifier.Kind == KeyKind.Note
            ? new NoteSignature(Verifier.Name, Verifier.Id, SignBytes(Encoding.UTF8.GetBytes(text)))
            : throw new InvalidOperationException("A witness's key signs no notes.");

    /// <summary>Cosigns a checkpoint.</summary>
    /// <param name="time">When; whole seconds count.</param>
    /// <exception cref="InvalidOperationException">The key signs notes: the caller's fault.</exception>
    public NoteSignature Cosign(string text, DateTimeOffset time)
    {
        if (Verifier.Kind != KeyKind.Cosignature)
        {
            throw new InvalidOperationException("A note's key gives no cosignatures.");
        }

        var signature = new byte[Cosignature.Size];
        BinaryPrimitives.WriteUInt64BigEndian(signature, (ulong)time.ToUnixTimeSeconds());
        SignBytes(Cosignature.Message(time, text)).CopyTo(signature, Cosignature.TimeSize);
        return new NoteSignature(Verifier.Name, Verifier.Id, signature);
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();
}
