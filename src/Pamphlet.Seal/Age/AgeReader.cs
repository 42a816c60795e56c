namespace Pamphlet.Seal.Age;

/// <summary>
/// Opens a sealed file in constant memory. Each chunk is released only after it was verified; the end is an end only if the last
/// chunk said so, else reading throws, and what was read before is not the whole.
/// </summary>
public sealed class AgeReader : Stream
{
    private readonly AgeSource source;
    private readonly ChunkCipher cipher;
    private readonly byte[] sealedChunk = new byte[ChunkCipher.SealedBytes];
    private readonly SecretBytes plain = new(ChunkCipher.PlainBytes);
    private int held;
    private int at;
    private int ready;
    private bool sawLast;
    private bool isAtEnd;

    private AgeReader(AgeSource source, ChunkCipher cipher)
    {
        this.source = source;
        this.cipher = cipher;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads the header of <paramref name="input"/>, which stays the caller's, and finds out who may open it.</summary>
    /// <exception cref="AgeRefusedException">The file is none, is damaged, or is for nobody of <paramref name="identities"/>.</exception>
    public static AgeReader Open(Stream input, params IReadOnlyList<AgeIdentity> identities)
    {
        var beginning = new AgeSource(input);
        while (beginning.WantsMore && beginning.Took(input.Read(beginning.Space.Span))) { }

        var fileKey = FileKey(beginning, identities);
        while (beginning.Content.Length < ChunkCipher.NonceBytes && beginning.Took(input.Read(beginning.Space.Span)))
        { }

        return Begin(beginning, fileKey);
    }

    /// <inheritdoc cref="Open"/>
    public static async Task<AgeReader> OpenAsync(
        Stream input,
        IReadOnlyList<AgeIdentity> identities,
        CancellationToken cancellationToken
    )
    {
        var beginning = new AgeSource(input);
        while (beginning.WantsMore && beginning.Took(await input.ReadAsync(beginning.Space, cancellationToken))) { }

        var fileKey = FileKey(beginning, identities);
        while (
            beginning.Content.Length < ChunkCipher.NonceBytes
            && beginning.Took(await input.ReadAsync(beginning.Space, cancellationToken))
        ) { }

        return Begin(beginning, fileKey);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (at == ready && !isAtEnd)
        {
            while (held < sealedChunk.Length && source.Read(sealedChunk.AsSpan(held)) is > 0 and var count)
            {
                held += count;
            }

            OpenChunk();
        }

        return Give(buffer);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (at == ready && !isAtEnd)
        {
            while (
                held < sealedChunk.Length
                && await source.ReadAsync(sealedChunk.AsMemory(held), cancellationToken) is > 0 and var count
            )
            {
                held += count;
            }

            OpenChunk();
        }

        return Give(buffer.Span);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            plain.Dispose();
            cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    private static SecretBytes FileKey(AgeSource beginning, IReadOnlyList<AgeIdentity> identities)
    {
        ArgumentNullException.ThrowIfNull(identities);
        var header = beginning.Header();
        if (header.Stanzas.Count > 1 && header.Kinds.Contains(Scrypt.Kind, StringComparer.Ordinal))
        {
            throw new AgeRefusedException(AgeRefusal.Stanza);
        }

        using var fileKey = new SecretBytes(AgeHeader.FileKeyBytes);
        foreach (var identity in identities)
        {
            foreach (var stanza in header.Stanzas)
            {
                if (identity.TryUnwrap(stanza, fileKey.Span))
                {
                    return header.IsFrom(fileKey.Span)
                        ? SecretBytes.From(fileKey.Span)
                        : throw new AgeRefusedException(AgeRefusal.HeaderChanged);
                }
            }
        }

        throw new AgeRefusedException(AgeRefusal.NoIdentityFits);
    }

    private static AgeReader Begin(AgeSource beginning, SecretBytes fileKey)
    {
        using (fileKey)
        {
            if (beginning.Content.Length < ChunkCipher.NonceBytes)
            {
                throw new AgeRefusedException(AgeRefusal.Header);
            }

            var chunks = new ChunkCipher(fileKey.Span, beginning.Content[..ChunkCipher.NonceBytes]);
            beginning.Skip(ChunkCipher.NonceBytes);
            return new AgeReader(beginning, chunks);
        }
    }

    // A full chunk may be one of many or the last; a shorter one can only be the last.
    private void OpenChunk()
    {
        var length = held;
        held = 0;
        if (sawLast)
        {
            isAtEnd = length == 0;
            if (!isAtEnd)
            {
                throw new AgeRefusedException(AgeRefusal.SomethingFollows);
            }

            return;
        }

        if (length < ChunkCipher.TagBytes)
        {
            throw new AgeRefusedException(AgeRefusal.Cut);
        }

        var isFirst = cipher.IsFirst;
        var chunk = sealedChunk.AsSpan(0, length);
        var text = plain.Span[..(length - ChunkCipher.TagBytes)];
        var isFull = length == sealedChunk.Length;
        if (!isFull || !cipher.TryOpen(chunk, text, isLast: false))
        {
            // Nothing behind a full chunk is written as no chunk at all, so that a file has one spelling.
            sawLast = cipher.TryOpen(chunk, text, isLast: true) && (isFirst || !text.IsEmpty);
            if (!sawLast)
            {
                throw new AgeRefusedException(AgeRefusal.ContentChanged);
            }
        }

        (at, ready) = (0, text.Length);
    }

    private int Give(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, ready - at);
        plain.Span.Slice(at, count).CopyTo(buffer);
        at += count;
        return count;
    }
}
