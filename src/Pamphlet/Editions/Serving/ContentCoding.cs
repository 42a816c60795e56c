namespace Pamphlet.Editions.Serving;

/// <summary>How a file is sent.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Which codings a reader's program takes (RFC 9110, 12.5.3).</summary>
internal static class AcceptEncoding
{
    private const int Unsaid = -1;

    /// <summary>Chooses among the forms that there are.</summary>
    /// <param name="header">The header's value; several lines are joined by commas.</param>
    public static ContentCoding Choose(ReadOnlySpan<byte> header, bool hasGzip, bool hasBrotli)
    {
        if (header.IsEmpty || !(hasGzip || hasBrotli))
        {
            return ContentCoding.Identity;
        }

        var (gzip, brotli, identity, others) = (Unsaid, Unsaid, Unsaid, Unsaid);
        while (!header.IsEmpty)
        {
            var coding = Fields.NextInList(ref header, out var weight);
            if (Fields.Same(coding, "gzip"u8) || Fields.Same(coding, "x-gzip"u8))
            {
                gzip = weight;
            }
            else if (Fields.Same(coding, "br"u8))
            {
                brotli = weight;
            }
            else if (Fields.Same(coding, "identity"u8))
            {
                identity = weight;
            }
            else if (coding.SequenceEqual("*"u8))
            {
                others = weight;
            }
        }

        gzip = hasGzip ? (gzip == Unsaid ? others : gzip) : Unsaid;
        brotli = hasBrotli ? (brotli == Unsaid ? others : brotli) : Unsaid;
        var best = Math.Max(gzip, brotli);

        // A program that says nothing of the plain form takes it, and prefers what it named.
        if (best <= 0 || identity > best)
        {
            return ContentCoding.Identity;
        }

        return brotli == best ? ContentCoding.Brotli : ContentCoding.Gzip;
    }
}
