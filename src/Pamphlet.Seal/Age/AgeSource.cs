namespace Pamphlet.Seal.Age;

/// <summary>A file's beginning, held until its header is whole, and then the stream behind it.</summary>
internal sealed class AgeSource
{
    private const int Step = 4 * 1024;

    private readonly Stream input;
    private byte[] buffer = new byte[Step];
    private int from;
    private int to;
    private bool ended;

    public AgeSource(Stream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        this.input = input;
    }

    public ReadOnlySpan<byte> Content => buffer.AsSpan(from, to - from);

    public bool WantsMore =>
        !ended && to < AgeHeader.MaxBytes && Content.StartsWith(Expected(to)) && !HasMacLine(Content);

    /// <summary>Where more may be read to.</summary>
    public Memory<byte> Space
    {
        get
        {
            if (to == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            return buffer.AsMemory(to);
        }
    }

    /// <returns>False: nothing follows.</returns>
    public bool Took(int count)
    {
        to += count;
        ended |= count == 0;
        return count > 0;
    }

    public AgeHeader Header()
    {
        if (!AgeHeader.TryRead(Content, out var header, out var refusal))
        {
            throw new AgeRefusedException(refusal);
        }

        Skip(header.Length);
        return header;
    }

    public void Skip(int count) => from += count;

    public int Read(Span<byte> destination) => from < to ? Give(destination) : input.Read(destination);

    public ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken) =>
        from < to ? ValueTask.FromResult(Give(destination.Span)) : input.ReadAsync(destination, cancellationToken);

    private static bool HasMacLine(ReadOnlySpan<byte> text) =>
        text.IndexOf("\n---"u8) is >= 0 and var mark && text[(mark + 1)..].Contains((byte)'\n');

    // What is no age file is not read to its end.
    private static ReadOnlySpan<byte> Expected(int count)
    {
        var beginning = "age-encryption.org/v1\n"u8;
        return beginning[..Math.Min(count, beginning.Length)];
    }

    private int Give(Span<byte> destination)
    {
        var count = Math.Min(destination.Length, to - from);
        Content[..count].CopyTo(destination);
        from += count;
        return count;
    }
}
