using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal.Age;

/// <summary>Somebody for whom a file can be sealed.</summary>
public abstract class AgeRecipient
{
    private protected AgeRecipient() { }

    /// <summary>Whether a future machine that breaks elliptic curves would open the file.</summary>
    internal abstract bool IsPostQuantum { get; }

    /// <summary>Whether it may only stand alone.</summary>
    internal abstract bool IsAlone { get; }

    /// <summary>Reads <c>age1…</c> or <c>age1pq1…</c>.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out AgeRecipient? recipient)
    {
        recipient =
            HybridRecipient.TryRead(text, out var hybrid) ? hybrid
            : X25519Recipient.TryRead(text, out var curve) ? curve
            : null;
        return recipient is not null;
    }

    internal abstract Stanza Wrap(ReadOnlySpan<byte> fileKey);
}
