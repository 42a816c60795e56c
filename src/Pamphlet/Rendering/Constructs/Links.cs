using Markdig.Syntax.Inlines;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

/// <summary>Where links lead: into the site, within the text, or to a few kinds of address elsewhere. Anything else is mere words.</summary>
internal sealed class Links(RenderContext context)
{
    /// <summary>Whether an address may be worth a link at all: within the site, or one of the kinds elsewhere.</summary>
    public static bool IsFollowed(string address)
    {
        address = address.Trim();
        return address.StartsWith("//", StringComparison.Ordinal)
            ? OutsideAddress.TryParse("https:" + address, out _)
            : address is ['#' or '/', ..]
                || !address.Contains(':', StringComparison.Ordinal)
                || OutsideAddress.TryParse(address, out _);
    }

    /// <summary>Begins a link, or gives null where the address is none that we follow.</summary>
    public HtmlElement? Open(string address)
    {
        address = address.Trim();
        if (address.Length == 0 || CleanText.HoldsControl(address))
        {
            return null;
        }

        if (address[0] == '#')
        {
            return address.Length > 1 ? new HtmlElement("a").With("href", "#" + Headings.IdOf(address[1..])) : null;
        }

        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            address = "https:" + address;
        }

        if (address[0] == '/')
        {
            return new HtmlElement("a").WithRooted("href", Inside(address));
        }

        if (OutsideAddress.TryParse(address, out var outside))
        {
            return new HtmlElement("a").With("href", outside).With("rel", "noopener noreferrer");
        }

        // "2019/05/slug.html": a slash was forgotten, if the site knows it.
        return address.Contains(':', StringComparison.Ordinal) || context.AddressOf("/" + PathOf(address)) is null
            ? null
            : new HtmlElement("a").WithRooted("href", Inside("/" + address));
    }

    /// <summary><c>&lt;https://example.org&gt;</c> and <c>&lt;name@example.org&gt;</c>.</summary>
    public HtmlNode Auto(AutolinkInline source, bool isInLink)
    {
        var words = new HtmlText(source.Url.AsMemory());
        var anchor = isInLink ? null : Open(source.IsEmail ? "mailto:" + source.Url : source.Url);
        return anchor is null ? words : anchor.Add(words);
    }

    /// <summary>The address with the root's mark before it; <paramref name="address"/> begins with one slash.</summary>
    private string Inside(string address)
    {
        var path = PathOf(address);
        var rest = address[path.Length..];
        var hash = rest.IndexOf('#', StringComparison.Ordinal);
        var (query, fragment) = hash < 0 ? (rest, "") : (rest[..hash], rest[hash..]);

        // Old addresses may tell pages apart by their query: /?p=12.
        var known = query.Length > 0 ? context.AddressOf(path + query) : null;
        var target = known ?? context.AddressOf(path);
        if (target is null)
        {
            target = path is "/" ? "index.html" : path + query;
        }

        var hasFragment = target.Contains('#', StringComparison.Ordinal);
        return SafeHtml.Root + target.TrimStart('/') + (hasFragment ? "" : fragment);
    }

    private static string PathOf(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? address : address[..end];
    }
}
