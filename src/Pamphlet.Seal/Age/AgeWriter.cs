using System.Security.Cryptography;

namespace Pamphlet.Seal.Age;

/// <summary>Seals what is written to it, in constant memory. Without <see cref="FinishAsync"/> the file is cut, and no reader takes it for whole.</summary>
public sealed class AgeWriter : Stream
{
    private readonly Stream output;
    private readonly ChunkCipher cipher;
    private readonly SecretBytes plain = new(ChunkCipher.PlainBytes);
    private readonly byte[] sealedChunk = new byte[ChunkCipher.SealedBytes];
    private int filled;
    private bool isFinished;

    private AgeWriter(Stream output, ChunkCipher cipher)
    {
        this.output = output;
        this.cipher = cipher;
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes the header; then whatever is written is sealed into <paramref name="output"/>, which stays the caller's.</summary>
    /// <exception cref="ArgumentException">
    /// Nobody to seal for, a passphrase beside others, or a post-quantum recipient beside one that is not (whoever breaks that one
    /// opens the file): the caller's fault.
    /// </exception>
    public static AgeWriter Start(Stream output, params IReadOnlyList<AgeRecipient> recipients)
    {
        ArgumentNullException.ThrowIfNull(output);
        var beginning = Begin(recipients, out var cipher);
        output.Write(beginning);
        return new AgeWriter(output, cipher);
    }

    /// <inheritdoc cref="Start"/>
    public static async Task<AgeWriter> StartAsync(
        Stream output,
        IReadOnlyList<AgeRecipient> recipients,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        var beginning = Begin(recipients, out var cipher);
        await output.WriteAsync(beginning, cancellationToken);
        return new AgeWriter(output, cipher);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (Take(ref buffer))
        {
            output.Write(sealedChunk, 0, Seal(isLast: false));
        }
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        while (Take(ref buffer))
        {
            await output.WriteAsync(sealedChunk.AsMemory(0, Seal(isLast: false)), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Writes the last chunk.</summary>
    public void Finish()
    {
        output.Write(sealedChunk, 0, Last());
        output.Flush();
    }

    /// <inheritdoc cref="Finish"/>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(sealedChunk.AsMemory(0, Last()), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // A chunk is written when it is full: an early one would be another file.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            isFinished = true;
            plain.Dispose();
            cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Begin(IReadOnlyList<AgeRecipient> recipients, out ChunkCipher cipher)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        if (
            recipients.Count == 0
            || (recipients.Count > 1 && recipients.Any(recipient => recipient.IsAlone))
            || recipients.Any(recipient => recipient.IsPostQuantum != recipients[0].IsPostQuantum)
        )
        {
            throw new ArgumentException("These recipients cannot stand beside each other.", nameof(recipients));
        }

        using var fileKey = SecretBytes.Random(AgeHeader.FileKeyBytes);
        var stanzas = new List<Stanza>(recipients.Count);
        foreach (var recipient in recipients)
        {
            stanzas.Add(recipient.Wrap(fileKey.Span));
        }

        var nonce = RandomNumberGenerator.GetBytes(ChunkCipher.NonceBytes);
        cipher = new ChunkCipher(fileKey.Span, nonce);
        return [.. AgeHeader.Write(stanzas, fileKey.Span), .. nonce];
    }

    // True: a chunk is full, and more follows it, so it is not the last.
    private bool Take(ref ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(isFinished, this);
        var count = Math.Min(plain.Length - filled, buffer.Length);
        buffer[..count].CopyTo(plain.Span[filled..]);
        buffer = buffer[count..];
        filled += count;
        return !buffer.IsEmpty;
    }

    private bool Take(ref ReadOnlyMemory<byte> buffer)
    {
        var rest = buffer.Span;
        var isFull = Take(ref rest);
        buffer = buffer[^rest.Length..];
        return isFull;
    }

    private int Seal(bool isLast)
    {
        var length = filled + ChunkCipher.TagBytes;
        cipher.Seal(plain.Span[..filled], sealedChunk.AsSpan(0, length), isLast);
        filled = 0;
        return length;
    }

    private int Last()
    {
        ObjectDisposedException.ThrowIf(isFinished, this);
        isFinished = true;
        return Seal(isLast: true);
    }
}
