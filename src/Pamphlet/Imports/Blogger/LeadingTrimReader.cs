using Pamphlet.Imports.Entries;

namespace Pamphlet.Imports.Blogger;

/// <summary>Leaves out the byte order mark and blanks before a text: XML allows neither before its declaration.</summary>
internal sealed class LeadingTrimReader(TextReader inner) : TextReader
{
    private readonly char[] one = new char[1];
    private bool begun;

    public override int Read() => Read(one, 0, 1) == 1 ? one[0] : -1;

    public override int Peek() => -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var length = inner.Read(buffer, index, count);
        while (!begun && length > 0)
        {
            var leading = 0;
            while (
                leading < length
                && buffer[index + leading] is '\ufeff' or MendingFallback.Forbidden or ' ' or '\t' or '\r' or '\n'
            )
            {
                leading++;
            }

            begun = leading < length;
            length -= leading;
            Array.Copy(buffer, index + leading, buffer, index, length);
            length = begun ? length : inner.Read(buffer, index, count);
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
