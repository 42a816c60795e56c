using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using Microsoft.Net.Http.Headers;
using Pamphlet.Seal;

namespace Pamphlet.Letters.Sending;

/// <summary>
/// A sent form, part after part, through one pinned window: never a temporary file, and what the server's own buffers held is zero
/// once it was taken out of them.
/// </summary>
/// <remarks>The framework's reader would write what is long to the disk, and everything into texts that cannot be wiped.</remarks>
internal sealed class MultipartBody : IDisposable
{
    private const int WindowBytes = 64 * 1024;
    private const int LongestHead = 4096;
    private const int LongestBoundary = 70;

    private readonly PipeReader input;
    private readonly byte[] delimiter;
    private readonly SecretBytes window = new(WindowBytes);
    private int start;
    private int end;
    private bool isOver;

    private MultipartBody(PipeReader input, string boundary)
    {
        this.input = input;
        delimiter = System.Text.Encoding.ASCII.GetBytes($"\r\n--{boundary}");

        // As if a line had ended before the first part.
        "\r\n"u8.CopyTo(window.Span);
        end = 2;
    }

    private ReadOnlySpan<byte> Held => window.Span[start..end];

    /// <returns>Null: the request carries no such form.</returns>
    public static MultipartBody? Of(HttpRequest request)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        )
        {
            return null;
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= LongestBoundary && System.Text.Ascii.IsValid(boundary)
            ? new MultipartBody(request.BodyReader, boundary)
            : null;
    }

    /// <summary>Passes over what is left of a part, to the next.</summary>
    /// <returns>Null: there is no further one.</returns>
    /// <exception cref="InvalidDataException">The form breaks off, or is none.</exception>
    public async Task<PartHead?> NextAsync(CancellationToken cancellationToken)
    {
        while (await ReadAsync(Memory<byte>.Empty, skips: true, cancellationToken) > 0) { }

        await HoldAsync(delimiter.Length + 2, cancellationToken);
        start += delimiter.Length;
        if (Held.StartsWith("--"u8))
        {
            return null;
        }

        int length;
        while ((length = Held.IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (Held.Length > LongestHead)
            {
                throw new InvalidDataException("The head of a part is too long.");
            }

            await HoldAsync(Held.Length + 1, cancellationToken);
        }

        var head = PartHead.Read(Held[..length]);
        start += length + 4;
        return head;
    }

    /// <summary>Reads on in this part.</summary>
    /// <returns>0: it ends here.</returns>
    /// <exception cref="InvalidDataException">The form breaks off.</exception>
    public Task<int> ReadAsync(Memory<byte> into, CancellationToken cancellationToken) =>
        ReadAsync(into, skips: false, cancellationToken);

    public void Dispose() => window.Dispose();

    private async Task<int> ReadAsync(Memory<byte> into, bool skips, CancellationToken cancellationToken)
    {
        await HoldAsync(delimiter.Length, cancellationToken);
        var at = Held.IndexOf(delimiter);
        var length = at >= 0 ? at : Held.Length - delimiter.Length + 1;
        if (!skips)
        {
            length = Math.Min(length, into.Length);
            Held[..length].CopyTo(into.Span);
        }

        start += length;
        return length;
    }

    // Fills the window until it holds so much.
    private async ValueTask HoldAsync(int count, CancellationToken cancellationToken)
    {
        while (end - start < count)
        {
            if (isOver)
            {
                throw new InvalidDataException("The form breaks off.");
            }

            Held.CopyTo(window.Span);
            (start, end) = (0, end - start);
            var read = await input.ReadAsync(cancellationToken);
            var taken = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, WindowBytes - end));
            foreach (var part in taken)
            {
                part.Span.CopyTo(window.Span[end..]);
                end += part.Length;
                MemoryMarshal.AsMemory(part).Span.Clear();
            }

            isOver = read.IsCompleted && taken.Length == read.Buffer.Length;
            input.AdvanceTo(taken.End);
        }
    }
}
