using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Pamphlet.Web;

/// <summary>
/// The server's memory for what comes in and goes out, zero as soon as it was sent or taken: the framework's own keeps a letter, an
/// answer or a passphrase until the same few kilobytes happen to be used again.
/// </summary>
internal sealed class WipedMemory : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    private sealed class Pool : MemoryPool<byte>
    {
        // A page of the kernel's; the server asks for no more at once.
        private const int BlockBytes = 4096;

        // 8 MiB: of what a crowd needed the collector takes the rest.
        private const int MostKept = 2 * 1024;

        private readonly ConcurrentQueue<byte[]> blocks = new();

        public override int MaxBufferSize => BlockBytes;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockBytes);
            return new Block(
                this,
                blocks.TryDequeue(out var kept) ? kept : GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true)
            );
        }

        protected override void Dispose(bool disposing) => blocks.Clear();

        private void Return(byte[] block)
        {
            Array.Clear(block);
            if (blocks.Count < MostKept)
            {
                blocks.Enqueue(block);
            }
        }

        private sealed class Block(Pool pool, byte[] bytes) : IMemoryOwner<byte>
        {
            private byte[]? bytes = bytes;

            public Memory<byte> Memory => bytes;

            public void Dispose()
            {
                if (Interlocked.Exchange(ref bytes, null) is { } block)
                {
                    pool.Return(block);
                }
            }
        }
    }
}
