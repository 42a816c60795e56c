namespace Pamphlet.Imports.Entries;

/// <summary>Hands on a text with a mark (<see cref="MendingFallback.Forbidden"/>) for each character that XML forbids.</summary>
/// <remarks>Blogger's editor let control characters through, and an XML reader gives up at the first of them.</remarks>
internal sealed class LawfulReader(TextReader inner) : TextReader
{
    private readonly char[] one = new char[1];
    private char last;

    public override int Read() => Read(one, 0, 1) == 1 ? one[0] : -1;

    public override int Peek() => -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var length = inner.Read(buffer, index, count);
        for (var i = index; i < index + length; i++)
        {
            var isLow = char.IsLowSurrogate(buffer[i]);
            if (char.IsHighSurrogate(last) && !isLow && i > index)
            {
                buffer[i - 1] = MendingFallback.Forbidden;
            }

            var isLawful = isLow
                ? char.IsHighSurrogate(last)
                : buffer[i] is '\t' or '\n' or '\r' or >= ' ' and not ('\ufffe' or '\uffff');
            last = buffer[i];
            if (!isLawful)
            {
                buffer[i] = MendingFallback.Forbidden;
                last = '\0';
            }
        }

        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
