namespace Pamphlet.Seal.Age;

/// <summary>Short lines of a stream, in constant memory.</summary>
internal sealed class LineReader(Stream input)
{
    private const int LongestLine = 128;

    private readonly byte[] buffer = new byte[4096];
    private readonly byte[] line = new byte[LongestLine];
    private int at;
    private int filled;

    public bool IsAtEnd => Peek() < 0;

    /// <returns>False: the stream is at its end, or the line is longer than any that belongs here.</returns>
    public bool TryNext(out ReadOnlySpan<byte> text)
    {
        var length = 0;
        text = default;
        if (IsAtEnd)
        {
            return false;
        }

        while (Peek() is >= 0 and var next)
        {
            at++;
            if (next == '\n')
            {
                break;
            }

            if (length == line.Length)
            {
                return false;
            }

            line[length++] = (byte)next;
        }

        text = line.AsSpan(0, length > 0 && line[length - 1] == '\r' ? length - 1 : length);
        return true;
    }

    public void SkipBlanks(int most)
    {
        for (var i = 0; i < most && Peek() is ' ' or '\t' or '\r' or '\n'; i++)
        {
            at++;
        }
    }

    private int Peek()
    {
        if (at == filled)
        {
            (at, filled) = (0, input.Read(buffer));
        }

        return at < filled ? buffer[at] : -1;
    }
}
