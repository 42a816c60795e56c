using Pamphlet.Imports.Entries;

namespace Pamphlet.Imports.WordPress;

/// <summary>What of a site must be known before its first text can be judged: who has an account, which picture has which number.</summary>
internal sealed class WxrOutline
{
    private readonly Dictionary<string, WxrAuthor> byLogin = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, WxrAuthor> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePicture> attachments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<WxrTerm>> terms = new(StringComparer.Ordinal);
    private readonly Uri? site;

    public WxrOutline(Uri? site)
    {
        this.site = site;
    }

    public void Add(WxrAuthor author)
    {
        byLogin.TryAdd(author.Login, author);
        if (author.Id.Length > 0)
        {
            byId.TryAdd(author.Id, author);
        }
    }

    public void AddAttachment(WxrItem item)
    {
        var address = item["wp:attachment_url"];
        if (address.Length > 0)
        {
            attachments.TryAdd(
                JudgeItem.NumberOf(item),
                new SourcePicture(
                    address,
                    EntryWords.TitleOf(item.Metas.GetValueOrDefault("_wp_attachment_image_alt", "")),
                    EntryWords.TitleOf(item["excerpt:encoded"])
                )
            );
        }
    }

    /// <summary>Notes under which addresses a label could be read.</summary>
    public void AddTerms(WxrItem item)
    {
        foreach (var term in item.Terms.Where(term => term.Domain is "category" or "post_tag" or "tag"))
        {
            var name = EntryWords.TitleOf(term.Name.Length > 0 ? term.Name : term.Slug);
            if (!terms.TryGetValue(name, out var same))
            {
                same = terms[name] = [];
            }

            same.Add(term with { Name = name });
        }
    }

    public IEnumerable<WxrTerm> TermsOf(IEnumerable<string> labels) =>
        labels.SelectMany(label => terms.GetValueOrDefault(label) ?? []);

    public SourceAuthor? Account(string login) => byLogin.TryGetValue(login, out var author) ? Of(author) : null;

    public SourceAuthor? AccountOfUser(string id) => byId.TryGetValue(id, out var author) ? Of(author) : null;

    public SourcePicture? Lead(string number) => attachments.GetValueOrDefault(number);

    public SourcePicture? AttachmentAddress(string number) => attachments.GetValueOrDefault(number);

    /// <summary>From the site's root; <c>""</c> for an address elsewhere.</summary>
    public string PathOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var web) || web.Scheme is not ("http" or "https"))
        {
            return address is ['/', ..] ? address : "";
        }

        var path = Uri.UnescapeDataString(web.AbsolutePath);
        var folder = site?.AbsolutePath.TrimEnd('/') ?? "";
        return folder.Length > 0 && path.StartsWith(folder + "/", StringComparison.Ordinal)
            ? path[folder.Length..]
            : path;
    }

    private static SourceAuthor Of(WxrAuthor author) =>
        new(
            author.Name.Length > 0 ? author.Name : EntryWords.PrintableName(author.Login),
            $"login:{author.Login}",
            IsAnonymous: false
        );
}
