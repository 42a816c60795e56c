using System.Buffers;
using System.Runtime.InteropServices;
using Pamphlet.Editions.Serving;

namespace Pamphlet.Editions.Fast;

/// <summary>The few requests that the fast lane answers, read strictly: whatever is odd is not ours to judge.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct LaneRequest
{
    // Printable ASCII, tab, and the ends of lines.
    private static readonly SearchValues<byte> Plain = SearchValues.Create([
        (byte)'\t',
        (byte)'\n',
        (byte)'\r',
        .. Enumerable.Range(0x20, 0x7f - 0x20).Select(value => (byte)value),
    ]);

    private static readonly SearchValues<byte> HostLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-"u8
    );

    private static readonly SearchValues<byte> NameLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~"u8
    );

    private ReadOnlySpan<byte> rest;
    private bool hasHost;
    private bool hasAccept;
    private bool hasNoneMatch;

    private LaneRequest(ReadOnlySpan<byte> head)
    {
        rest = head;
    }

    public bool IsHead { get; private set; }

    public ReadOnlySpan<byte> Target { get; private set; }

    public ReadOnlySpan<byte> AcceptEncoding { get; private set; }

    public ReadOnlySpan<byte> IfNoneMatch { get; private set; }

    public ReadOnlySpan<byte> Host { get; private set; }

    /// <summary>By which scheme the proxy before us was asked, or empty.</summary>
    public ReadOnlySpan<byte> ForwardedScheme { get; private set; }

    /// <param name="head">Up to and with the line end after the last header; the empty line is not in it.</param>
    /// <returns>False: hand it on. Never a judgement that the request is wrong.</returns>
    public static bool TryParse(ReadOnlySpan<byte> head, out LaneRequest request)
    {
        request = new LaneRequest(head);
        return !head.ContainsAnyExcept(Plain) && request.ReadFirstLine() && request.ReadHeaders();
    }

    private bool ReadFirstLine()
    {
        IsHead = rest.StartsWith("HEAD /"u8);
        if (!IsHead && !rest.StartsWith("GET /"u8))
        {
            return false;
        }

        var line = NextLine();
        if (line.IsEmpty)
        {
            return false;
        }

        var target = line[(IsHead ? "HEAD ".Length : "GET ".Length)..];
        var space = target.IndexOf((byte)' ');
        if (space < 0 || !target[space..].SequenceEqual(" HTTP/1.1"u8))
        {
            return false;
        }

        // A question may choose another file; a fragment does not belong here.
        Target = target[..space];
        return !Target.ContainsAny((byte)'?', (byte)'#', (byte)'\t');
    }

    private bool ReadHeaders()
    {
        while (!rest.IsEmpty)
        {
            var line = NextLine();
            var colon = line.IndexOf((byte)':');
            if (colon <= 0 || line[..colon].ContainsAnyExcept(NameLetters) || !Take(line[..colon], line[(colon + 1)..]))
            {
                return false;
            }
        }

        return hasHost;
    }

    private bool Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        // Told apart by length first: most headers of a browser are of no interest.
        switch (name.Length)
        {
            case 2 when Fields.Same(name, "te"u8):
                return false;
            case 4 when Fields.Same(name, "host"u8):
                value = Fields.Trim(value);
                Host = value;
                var isOne = !hasHost && IsPlainHost(value);
                hasHost = true;
                return isOne;
            case 5 when Fields.Same(name, "range"u8):
            case 6 when Fields.Same(name, "expect"u8):
            case 7 when Fields.Same(name, "upgrade"u8) || Fields.Same(name, "trailer"u8):
            case 8 when Fields.Same(name, "if-match"u8) || Fields.Same(name, "if-range"u8):
            case 14 when Fields.Same(name, "content-length"u8):
            case 17 when Fields.Same(name, "transfer-encoding"u8):
                return false;
            case 17 when Fields.Same(name, "x-forwarded-proto"u8):
                ForwardedScheme = value;
                return true;
            case 10 when Fields.Same(name, "connection"u8):
                return Fields.Same(Fields.Trim(value), "keep-alive"u8);
            case 13 when Fields.Same(name, "if-none-match"u8):
                IfNoneMatch = value;
                return !TestAndSet(ref hasNoneMatch);
            case 15 when Fields.Same(name, "accept-encoding"u8):
                AcceptEncoding = value;
                return !TestAndSet(ref hasAccept);
            default:
                return true;
        }
    }

    public readonly bool HasIfNoneMatch => hasNoneMatch;

    // A name and perhaps a port. Addresses in brackets are rare, and have a grammar of their own.
    private static bool IsPlainHost(ReadOnlySpan<byte> host)
    {
        var colon = host.IndexOf((byte)':');
        var name = colon < 0 ? host : host[..colon];
        var port = colon < 0 ? "0"u8 : host[(colon + 1)..];
        return !name.IsEmpty
            && !name.ContainsAnyExcept(HostLetters)
            && port.Length is > 0 and < 6
            && !port.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private static bool TestAndSet(ref bool flag)
    {
        var was = flag;
        flag = true;
        return was;
    }

    // A line that holds a lone CR or LF is not split where another server would split it: its name or target is refused.
    private ReadOnlySpan<byte> NextLine()
    {
        var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0 || !rest[end..].StartsWith("\r\n"u8))
        {
            rest = [];
            return [];
        }

        var line = rest[..end];
        rest = rest[(end + 2)..];
        return line;
    }
}
