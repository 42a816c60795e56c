using System.Formats.Tar;

namespace Pamphlet.Backup;

/// <summary>Puts files into a tar; none tells when it was written or by whom.</summary>
internal sealed class TarFiles(TarWriter tar, BackupCount count, CancellationToken cancel)
{
    public Task AddAsync(string name, byte[] content) => AddAsync(name, new MemoryStream(content));

    /// <summary>Adds a file as long as it is now; what vanished meanwhile is left out.</summary>
    public async Task AddFileAsync(string name, string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        await using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        await using var head = new Head(file, file.Length);
        count.Files++;
        await AddAsync(name, head);
    }

    private async Task AddAsync(string name, Stream content)
    {
        var entry = new PaxTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = content,
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            ModificationTime = DateTimeOffset.UnixEpoch,
        };
        await tar.WriteEntryAsync(entry, cancel);
    }

    // A file that grows while it is read: as much as was there at first.
    private sealed class Head(Stream file, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => file.Position;
            set => file.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            file.Read(buffer, offset, (int)Math.Min(count, length - file.Position));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, length - file.Position)], cancellationToken);

        public override Task<int> ReadAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
