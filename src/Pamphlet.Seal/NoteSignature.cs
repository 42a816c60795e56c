using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal;

/// <summary>One signature line of a note: <c>— &lt;name&gt; base64(id ‖ signature)</c>.</summary>
/// <param name="Name">Of the key.</param>
/// <param name="KeyId">Of the key.</param>
/// <param name="Signature">Without the id.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    private const string Mark = "\u2014 ";

    /// <summary>Reads a line without its newline.</summary>
    public static bool TryParse(string line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (line is null || !line.StartsWith(Mark, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = line[Mark.Length..].Split(' ');
        if (
            parts.Length != 2
            || !VerifierKey.IsName(parts[0])
            || !SixBits.TryDecode(parts[1], out var bytes)
            || bytes.Length <= sizeof(uint)
        )
        {
            return false;
        }

        signature = new NoteSignature(
            parts[0],
            BinaryPrimitives.ReadUInt32BigEndian(bytes),
            bytes.AsMemory(sizeof(uint))
        );
        return true;
    }

    /// <summary>Whether a key's name and id stand on this line; not whether the signature holds.</summary>
    public bool IsOf(VerifierKey key) =>
        key is not null && key.Id == KeyId && string.Equals(key.Name, Name, StringComparison.Ordinal);

    /// <summary>The line with its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.Span.CopyTo(bytes.AsSpan(sizeof(uint)));
        return $"{Mark}{Name} {Convert.ToBase64String(bytes)}\n";
    }

    /// <inheritdoc/>
    public bool Equals(NoteSignature? other) =>
        other is not null
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && KeyId == other.KeyId
        && Signature.Span.SequenceEqual(other.Signature.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Name), KeyId);
}
