using Pamphlet.Rendering;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// Links to hosts that nobody named, at whose addresses texts of this very import stood: a name that the old site had once, in all
/// likelihood. They stay as they are and are reported, for somebody else's page may have the same address.
/// </summary>
internal sealed class LinksElsewhere
{
    /// <summary>In characters. Shorter last parts (<c>/p/about.html</c>) every second site has.</summary>
    private const int Telling = 8;

    private readonly OwnAddresses addresses;
    private readonly HashSet<string> paths;
    private readonly HashSet<string> texts;
    private readonly Dictionary<string, int> links = new(StringComparer.Ordinal);

    public LinksElsewhere(OwnAddresses addresses, IReadOnlyCollection<TextPlan> texts)
    {
        this.addresses = addresses;
        this.texts = [.. texts.Select(text => text.Path).OfType<string>().Select(path => "/" + path)];
        paths = texts
            .Where(text => text.IsPublic)
            .Select(text => text.OldPath.TrimEnd('/'))
            .Where(IsTelling)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>By host, the most linked first.</summary>
    public IReadOnlyList<LinkedSite> Sites =>
        [
            .. links
                .Select(site => new LinkedSite(site.Key, site.Value))
                .OrderByDescending(site => site.Links)
                .ThenBy(site => site.Address, StringComparer.Ordinal),
        ];

    /// <summary>An address of the old site as one from the root; others as they are, noted in <paramref name="foreign"/>.</summary>
    public string Rewrite(string address, HashSet<string> foreign)
    {
        if (!addresses.IsOwn(address))
        {
            foreign.Add(address);
        }

        return addresses.Rewrite(address);
    }

    /// <summary>The same for a reader's words, which lead within the paper to texts alone.</summary>
    public string RewriteInComment(string address, HashSet<string> foreign)
    {
        var there = Rewrite(address, foreign);
        return InnerAddress.Is(there) && texts.Contains(Uri.UnescapeDataString(there.Split('#')[0])) ? there : address;
    }

    /// <param name="foreign">All of one text, each once: a text is converted twice where it has pictures.</param>
    public void Count(IReadOnlyCollection<string> foreign)
    {
        foreach (var address in foreign.Where(address => paths.Contains(addresses.PathOf(address).TrimEnd('/'))))
        {
            var site = new Uri(address, UriKind.Absolute).GetLeftPart(UriPartial.Authority) + "/";
            links[site] = links.GetValueOrDefault(site) + 1;
        }
    }

    private static bool IsTelling(string path)
    {
        var last = path[(path.LastIndexOf('/') + 1)..];
        return last.Replace(".html", "", StringComparison.Ordinal).Length >= Telling;
    }
}
