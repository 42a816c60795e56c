using System.Buffers.Binary;
using System.Security.Cryptography;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Moving;

/// <summary>
/// A file too large for memory that only this run of the program can read: pieces of 64 KiB, each sealed with a key that is never
/// written anywhere. An export names its readers' addresses; a disk that is seized in the middle of an import must not.
/// </summary>
internal sealed class SealedFile : IDisposable
{
    private const int Piece = 64 * 1024;
    private const int Tag = 16;

    private readonly string path;
    private readonly SecretBytes key = SecretBytes.Random(32);

    private SealedFile(string path) => this.path = path;

    /// <summary>In bytes, as it was sent.</summary>
    public long Length { get; private set; }

    /// <exception cref="TooLongException">It does not end within <paramref name="most"/> bytes: the sender's fault.</exception>
    public static async Task<SealedFile> ReceiveAsync(
        string path,
        Stream content,
        long most,
        CancellationToken cancellationToken
    )
    {
        var file = new SealedFile(path);
        try
        {
            await file.WriteAsync(content, most, cancellationToken);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What was sent, seekable.</summary>
    public Stream Open() => new Reader(this);

    public void Dispose()
    {
        key.Dispose();
        File.Delete(path);
    }

    private async Task WriteAsync(Stream content, long most, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );
        using var cipher = new ChaCha20Poly1305(key.Span);
        var (plain, sealedPiece) = (new byte[Piece], new byte[Piece + Tag]);
        for (var number = 0L; ; number++)
        {
            var read = await content.ReadAtLeastAsync(plain, Piece, throwOnEndOfStream: false, cancellationToken);
            Length += read;
            if (Length > most)
            {
                throw new TooLongException();
            }

            cipher.Encrypt(
                Nonce(number),
                plain.AsSpan(0, read),
                sealedPiece.AsSpan(0, read),
                sealedPiece.AsSpan(read, Tag)
            );
            await file.WriteAsync(sealedPiece.AsMemory(0, read + Tag), cancellationToken);
            if (read < Piece)
            {
                return;
            }
        }
    }

    // The key is this file's alone: the piece's number is never used twice with it.
    private static byte[] Nonce(long number)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), number);
        return nonce;
    }

    internal sealed class TooLongException : Exception;

    private sealed class Reader(SealedFile sealedFile) : Stream
    {
        private readonly Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(sealedFile.path);
        private readonly ChaCha20Poly1305 cipher = new(sealedFile.key.Span);
        private readonly byte[] plain = new byte[Piece];
        private readonly byte[] sealedPiece = new byte[Piece + Tag];
        private long open = -1;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => sealedFile.Length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (Position >= Length || buffer.IsEmpty)
            {
                return 0;
            }

            var within = (int)(Position % Piece);
            var length = Unseal(Position / Piece);
            var taken = Math.Min(buffer.Length, length - within);
            plain.AsSpan(within, taken).CopyTo(buffer);
            Position += taken;
            return taken;
        }

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = origin switch
            {
                SeekOrigin.Begin => offset,
                SeekOrigin.Current => Position + offset,
                _ => Length + offset,
            };

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
                cipher.Dispose();
                CryptographicOperations.ZeroMemory(plain);
            }

            base.Dispose(disposing);
        }

        /// <returns>How long the piece is.</returns>
        private int Unseal(long number)
        {
            var length = (int)Math.Min(Piece, Length - (number * Piece));
            if (number != open)
            {
                open = -1;
                var read = RandomAccess.Read(file, sealedPiece.AsSpan(0, length + Tag), number * (Piece + Tag));
                if (read < length + Tag)
                {
                    throw new IOException("The disk lost a part of the file.");
                }

                cipher.Decrypt(
                    Nonce(number),
                    sealedPiece.AsSpan(0, length),
                    sealedPiece.AsSpan(length, Tag),
                    plain.AsSpan(0, length)
                );
                open = number;
            }

            return length;
        }
    }
}
