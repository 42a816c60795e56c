using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal.Age;

/// <summary>What opens a file. It holds a secret: dispose of it.</summary>
public abstract class AgeIdentity : IDisposable
{
    private protected AgeIdentity() { }

    /// <summary>Reads <c>AGE-SECRET-KEY-1…</c> or <c>AGE-SECRET-KEY-PQ-1…</c>.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out AgeIdentity? identity)
    {
        identity =
            HybridIdentity.TryRead(text, out var hybrid) ? hybrid
            : X25519Identity.TryRead(text, out var curve) ? curve
            : null;
        return identity is not null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <returns>False: no stanza is for this identity.</returns>
    /// <exception cref="AgeRefusedException">A stanza of this kind is not made as the kind is: whoever made the file is at fault.</exception>
    internal abstract bool TryUnwrap(Stanza stanza, Span<byte> fileKey);

    /// <summary>Wipes what it holds.</summary>
    protected virtual void Dispose(bool disposing) { }

    /// <summary>The bytes of a stanza's argument, which must be exactly as many as the kind has.</summary>
    private protected static byte[] Argument(Stanza stanza, int at, int count, int bytes)
    {
        if (
            stanza.Arguments.Count != count
            || !Letters64.TryRead(System.Text.Encoding.ASCII.GetBytes(stanza.Arguments[at]), out var argument)
            || argument.Length != bytes
            // A longer file key would let one file open differently for two people.
            || stanza.Body.Length != FileKeyWrap.Bytes
        )
        {
            throw new AgeRefusedException(AgeRefusal.Stanza);
        }

        return argument;
    }
}
