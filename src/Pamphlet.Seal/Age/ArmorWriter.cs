using System.Text;

namespace Pamphlet.Seal.Age;

/// <summary>Wraps what is written to it as text; <see cref="Finish"/> writes the last line.</summary>
public sealed class ArmorWriter : Stream
{
    private readonly Stream output;
    private readonly byte[] line = new byte[Armor.BytesInALine];
    private int filled;

    /// <summary>Begins the armor in <paramref name="output"/>, which stays the caller's.</summary>
    public ArmorWriter(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.output = output;
        output.Write(Armor.Begin);
        output.WriteByte((byte)'\n');
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

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(line.Length - filled, buffer.Length);
            buffer[..count].CopyTo(line.AsSpan(filled));
            buffer = buffer[count..];
            filled += count;
            if (filled == line.Length)
            {
                WriteLine();
            }
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Writes what is left and the last line.</summary>
    public void Finish()
    {
        if (filled > 0)
        {
            WriteLine();
        }

        output.Write(Armor.End);
        output.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // A line is written when it is full.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private void WriteLine()
    {
        output.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(line, 0, filled)));
        output.WriteByte((byte)'\n');
        filled = 0;
    }
}
