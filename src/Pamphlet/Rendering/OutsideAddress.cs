using System.Globalization;

namespace Pamphlet.Rendering;

/// <summary>Addresses elsewhere that a text may lead to.</summary>
internal static class OutsideAddress
{
    private const int MaxLength = 2000;

    private static readonly IdnMapping Idn = new();

    /// <summary>Gives the one spelling of an editors' link, in ASCII.</summary>
    /// <returns>False for every scheme but http, https, mailto and xmpp, for user names before a host, and for what is no address.</returns>
    public static bool TryParse(string text, out string address)
    {
        address = "";
        return TryReadUri(text, out var uri)
            && uri.Scheme switch
            {
                "http" or "https" => TryWrite(uri, out address),
                "mailto" or "xmpp" => TryWriteMailbox(uri, out address),
                _ => false,
            };
    }

    /// <summary>A reader's link: http and https only.</summary>
    public static bool TryParseWeb(string text, out string address, out string host)
    {
        address = host = "";
        if (!TryReadUri(text, out var uri) || uri.Scheme is not ("http" or "https") || !TryWrite(uri, out address))
        {
            return false;
        }

        host = uri.IdnHost;
        return true;
    }

    private static bool TryReadUri(string text, out Uri uri)
    {
        uri = null!;
        // Bytes that a browser drops (tab, line feed) would let "java\tscript:" pass as another scheme.
        if (
            text.Length is 0 or > MaxLength
            || text.AsSpan().ContainsAnyInRange('\0', ' ')
            || text.Contains('\\', StringComparison.Ordinal)
        )
        {
            return false;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out uri!) && !uri.IsFile && !uri.IsUnc;
    }

    private static bool TryWrite(Uri uri, out string address)
    {
        address = "";
        if (uri.Host.Length == 0 || uri.UserInfo.Length > 0)
        {
            return false;
        }

        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(CultureInfo.InvariantCulture);
        var rest = uri.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped);
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        if (!host.AsSpan().ContainsAnyInRange('\u0080', '\uffff') || TryToAscii(host, out host))
        {
            address = uri.Scheme + "://" + host + port + rest;
            return true;
        }

        return false;
    }

    private static bool TryWriteMailbox(Uri uri, out string address)
    {
        address = uri.GetComponents(UriComponents.AbsoluteUri, UriFormat.UriEscaped);
        return address.Contains('@', StringComparison.Ordinal);
    }

    private static bool TryToAscii(string host, out string ascii)
    {
        try
        {
            ascii = Idn.GetAscii(host);
            return true;
        }
        catch (ArgumentException)
        {
            ascii = "";
            return false;
        }
    }
}
