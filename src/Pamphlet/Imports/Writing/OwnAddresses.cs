using System.Diagnostics.CodeAnalysis;
using Pamphlet.Imports.Entries;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// The names under which the old site could be reached. A link between two of its texts must lead to the paper: a reader who
/// follows it to the old host is seen there.
/// </summary>
internal sealed class OwnAddresses
{
    // By host, the folder below which the site lay there; "" for most.
    private readonly Dictionary<string, string> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> blogspots = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> moved = new(StringComparer.Ordinal);
    private readonly string folder = "";

    private readonly SourceBlog blog;
    private readonly Uri? firstHome;

    /// <param name="sites">Where else it lived, as the operator says: a blog that changed its name is linked under each.</param>
    public OwnAddresses(SourceBlog blog, IReadOnlyList<Uri> sites)
    {
        this.blog = blog;
        firstHome = sites.Concat(blog.Homes).FirstOrDefault();
        foreach (var home in blog.Homes.Concat(sites))
        {
            if (IsBlogger(home.Host) && Segments(home.AbsolutePath) is ["blogspot", var name, ..])
            {
                blogspots.Add(name);
            }
            else
            {
                folder = home.AbsolutePath.TrimEnd('/');
                AddHost(home.Host, folder);
            }
        }

        blogspots.UnionWith(blog.Blogspots);
    }

    /// <summary>The blog's names before <c>.blogspot.com</c>.</summary>
    public IReadOnlyCollection<string> Blogspots => blogspots;

    /// <summary>From the root, decoded, in NFC: <c>/2008/05/slug.html</c>; <c>""</c> where an entry's address has no path.</summary>
    public string PathOf(string? address)
    {
        if (string.IsNullOrEmpty(address))
        {
            return "";
        }

        var isPath = IsPath(address);
        if (!isPath && TryWeb(address, out var web))
        {
            return Decoded(PathWithin(web));
        }

        return isPath ? Decoded(address.Split('?', '#')[0]) : "";
    }

    /// <summary>Notes that a text of <paramref name="oldPath"/> lies elsewhere in the paper.</summary>
    public void Move(string oldPath, string newPath) => moved[oldPath] = newPath;

    /// <summary>An address of the old site as one from the root; others as they are.</summary>
    public string Rewrite(string address)
    {
        if (IsPath(address))
        {
            return Moved(PathOf(address), Question(address)) is { } there
                ? Encoded(there) + blog.FragmentOf(Fragment(address))
                : address;
        }

        if (!TryWeb(address, out var web) || !IsOwn(web))
        {
            return address;
        }

        var path = Decoded(PathWithin(web));
        if (Moved(path, web.Query) is { } moved)
        {
            return Encoded(moved) + blog.FragmentOf(web.Fragment);
        }

        // A text has one form: ?m=1 was its form for phones, ?showComment= only moved the window to what the fragment names.
        var query = path.EndsWith(".html", StringComparison.Ordinal) || path is "/" ? "" : web.Query;
        return Encoded(path) + query + blog.FragmentOf(web.Fragment);
    }

    /// <summary>The whole address of a place that an export names without its host; null where nobody said the host.</summary>
    public string? AbsoluteOf(string address) =>
        !IsPath(address) ? address
        : firstHome is null ? null
        : new Uri(firstHome, address).AbsoluteUri;

    /// <summary>Whether an address leads to the old site, or names a place within it without a host.</summary>
    public bool IsOwn(string address) => IsPath(address) || (TryWeb(address, out var web) && IsOwn(web));

    // Some homes tell texts apart by the question alone (/?p=12), and some write a folder's address with or without its slash.
    private string? Moved(string path, string question) =>
        (question.Length > 0 ? moved.GetValueOrDefault(path + Decoded(question)) : null)
        ?? moved.GetValueOrDefault(path)
        ?? (path.Length > 1 ? moved.GetValueOrDefault(path[^1] is '/' ? path[..^1] : path + "/") : null);

    private bool IsOwn(Uri web) =>
        hosts.ContainsKey(WithoutWww(web.Host))
        || (BlogspotOf(web.Host) is { } name && blogspots.Contains(name))
        || (
            IsBlogger(web.Host)
            && Segments(web.AbsolutePath) is ["blogspot", var other, ..]
            && blogspots.Contains(other)
        );

    private string PathWithin(Uri web)
    {
        var path = web.AbsolutePath;
        if (IsBlogger(web.Host) && Segments(path) is ["blogspot", _, .. var rest])
        {
            return "/" + string.Join('/', rest);
        }

        var below = hosts.GetValueOrDefault(WithoutWww(web.Host), folder);
        var isInFolder = below.Length > 0 && (path + "/").StartsWith(below + "/", StringComparison.Ordinal);
        return isInFolder ? "/" + path[below.Length..].TrimStart('/') : path;
    }

    private void AddHost(string host, string below)
    {
        if (BlogspotOf(host) is { } name)
        {
            blogspots.Add(name);
        }
        else if (host.Length > 0)
        {
            hosts[WithoutWww(host)] = below;
        }
    }

    /// <summary><c>name</c> of <c>name.blogspot.com</c>, <c>name.blogspot.co.uk</c>, <c>www.name.blogspot.de</c>.</summary>
    private static string? BlogspotOf(string host) =>
        WithoutWww(host).Split('.') is [var name, "blogspot", { Length: <= 3 }, .. { Length: <= 1 }] ? name : null;

    private static bool IsBlogger(string host) => WithoutWww(host) is "blogger.com";

    private static string WithoutWww(string host) =>
        host.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            ? host[4..].ToLowerInvariant()
            : host.ToLowerInvariant();

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsPath(string address) => address is ['/'] or ['/', not '/', ..];

    private static bool TryWeb(string address, [NotNullWhen(true)] out Uri? web)
    {
        var whole = address is ['/', '/', ..] ? "https:" + address : address;
        return Uri.TryCreate(whole.Trim(), UriKind.Absolute, out web) && web.Scheme is "http" or "https";
    }

    private static string Question(string address) =>
        address.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? address[mark..].Split('#')[0] : "";

    private static string Fragment(string address) =>
        address.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0 ? address[mark..] : "";

    private static string Decoded(string path) => CleanText.Of(Uri.UnescapeDataString(path));

    private static string Encoded(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
