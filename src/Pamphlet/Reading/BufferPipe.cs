using System.Buffers;
using System.IO.Pipelines;

namespace Pamphlet.Reading;

/// <summary>Lets a slice write into any buffer as if it were a pipe; nothing is ever waited for.</summary>
internal sealed class BufferPipe(IBufferWriter<byte> output) : PipeWriter
{
    public override bool CanGetUnflushedBytes => false;

    public override void Advance(int bytes) => output.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => output.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => output.GetSpan(sizeHint);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(default(FlushResult));

    public override void CancelPendingFlush() { }

    public override void Complete(Exception? exception = null) { }
}
