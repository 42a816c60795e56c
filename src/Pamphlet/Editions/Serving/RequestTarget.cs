namespace Pamphlet.Editions.Serving;

/// <summary>The address in a request's first line, as the edition would name it.</summary>
internal static class RequestTarget
{
    /// <summary>Every file of the site lies there; the rest of an edition tells about it and is fetched by mirrors.</summary>
    private static ReadOnlySpan<byte> Site => "data/"u8;

    /// <summary>The longest name that can come of it.</summary>
    public static int MaxLength => Seal.SitePath.MaxBytes + Site.Length + "index.html".Length;

    /// <summary>Decodes a target once; what was encoded twice is another address.</summary>
    /// <param name="target"><c>/2019/05/a.html?m=1</c>, or with scheme and host before it.</param>
    /// <param name="name">Gets <c>data/2019/05/a.html</c>; at least <see cref="MaxLength"/> bytes.</param>
    /// <param name="query">What follows the question mark.</param>
    /// <returns>False for what names no file: too long, half an escape, an escaped slash or zero, a control character.</returns>
    public static bool TryRead(ReadOnlySpan<byte> target, Span<byte> name, out int length, out ReadOnlySpan<byte> query)
    {
        length = 0;
        query = [];
        target = WithoutAuthority(target);
        if (target.IsEmpty || target[0] != '/')
        {
            return false;
        }

        var mark = target.IndexOf((byte)'?');
        if (mark >= 0)
        {
            query = target[(mark + 1)..];
            target = target[..mark];
        }

        return TryDecode(target[1..], name, out length);
    }

    /// <summary>A folder's address shows its first page.</summary>
    public static void AddFirstPage(Span<byte> name, ref int length)
    {
        if (name[length - 1] == '/')
        {
            "index.html"u8.CopyTo(name[length..]);
            length += "index.html".Length;
        }
    }

    private static bool TryDecode(ReadOnlySpan<byte> path, Span<byte> name, out int length)
    {
        Site.CopyTo(name);
        length = Site.Length;
        for (var at = 0; at < path.Length; at++)
        {
            int value = path[at];
            if (value == '%')
            {
                value = at + 2 < path.Length ? (Digit(path[at + 1]) << 4) | Digit(path[at + 2]) : -1;
                at += 2;
                if (value == '/')
                {
                    return false;
                }
            }

            if (value is < ' ' or 0x7f or '\\' || length == Seal.SitePath.MaxBytes + Site.Length)
            {
                return false;
            }

            name[length++] = (byte)value;
        }

        return true;
    }

    private static int Digit(byte digit) =>
        digit switch
        {
            >= (byte)'0' and <= (byte)'9' => digit - '0',
            >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
            _ => -1,
        };

    // Proxies are asked with the whole address, and a server must understand it too (RFC 9112, 3.2.2).
    private static ReadOnlySpan<byte> WithoutAuthority(ReadOnlySpan<byte> target)
    {
        if (target.IsEmpty || target[0] == '/')
        {
            return target;
        }

        var scheme = target.IndexOf("://"u8);
        if (scheme < 0)
        {
            return [];
        }

        var authority = target[(scheme + 3)..];
        var slash = authority.IndexOfAny((byte)'/', (byte)'?');
        return slash < 0 ? "/"u8
            : authority[slash] == '/' ? authority[slash..]
            : [];
    }
}
