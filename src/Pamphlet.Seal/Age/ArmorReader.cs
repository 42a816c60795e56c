namespace Pamphlet.Seal.Age;

/// <summary>Reads armor in its one spelling: lines of 64 letters, LF or CRLF, blanks only before and behind.</summary>
public sealed class ArmorReader : Stream
{
    private const int MaxBlanks = 1024;

    private readonly LineReader lines;
    private byte[] bytes = [];
    private int at;
    private bool hasBegun;
    private bool wasShort;
    private bool isAtEnd;

    /// <summary>Reads from <paramref name="input"/>, which stays the caller's.</summary>
    public ArmorReader(Stream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        lines = new LineReader(input);
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

    /// <summary>Whether <paramref name="text"/> means to be armor: the first thing in it after blanks is the first line.</summary>
    public static bool Begins(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8).StartsWith(Armor.Begin);

    /// <inheritdoc/>
    /// <exception cref="AgeRefusedException">No armor, or another spelling.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (at == bytes.Length && !isAtEnd)
        {
            ReadLine();
        }

        var count = Math.Min(buffer.Length, bytes.Length - at);
        bytes.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void ReadLine()
    {
        if (!hasBegun)
        {
            hasBegun = true;
            lines.SkipBlanks(MaxBlanks);
            Demand(lines.TryNext(out var first) && first.SequenceEqual(Armor.Begin));
        }

        Demand(lines.TryNext(out var line));
        if (line.SequenceEqual(Armor.End))
        {
            lines.SkipBlanks(MaxBlanks);
            Demand(lines.IsAtEnd);
            isAtEnd = true;
            return;
        }

        Demand(!wasShort && line.Length is > 0 and <= Armor.Columns && Letters64.TryReadPadded(line, out _));
        Letters64.TryReadPadded(line, out var decoded);
        wasShort = decoded!.Length < Armor.BytesInALine;
        (bytes, at) = (decoded, 0);
    }

    private static void Demand(bool isSo)
    {
        if (!isSo)
        {
            throw new AgeRefusedException(AgeRefusal.Armor);
        }
    }
}
