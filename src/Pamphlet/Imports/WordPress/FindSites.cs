using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.WordPress;

/// <summary>The sites that some exports of WordPress hold.</summary>
internal static class FindSites
{
    /// <returns>In the order of their titles; files without a single text are no site of their own.</returns>
    public static IReadOnlyList<SourceBlog> In(
        IEnumerable<ExportFile> files,
        ICollection<string> notes,
        CancellationToken cancellationToken
    )
    {
        var parts = files.Select(file => Outline(file, cancellationToken)).ToList();
        var sites = new List<SourceBlog>();
        foreach (var same in parts.GroupBy(part => part.Number, StringComparer.OrdinalIgnoreCase))
        {
            var site = Site([.. same]);
            if (site.Offer.Posts + site.Offer.Pages > 0)
            {
                sites.Add(site);
            }
            else
            {
                notes.Add(
                    $"{same.First().File.Path} holds no texts: {same.Sum(part => part.Attachments)} pictures and files only."
                );
            }
        }

        return [.. sites.OrderBy(site => site.Title, StringComparer.Ordinal)];
    }

    private static WordPressSite Site(IReadOnlyList<Part> parts)
    {
        var outline = new WxrOutline(parts[0].Site);
        foreach (var part in parts)
        {
            part.Authors.ForEach(outline.Add);
            part.Items.ForEach(outline.AddAttachment);
            part.Items.ForEach(outline.AddTerms);
        }

        var first = parts.FirstOrDefault(part => part.Title.Length > 0) ?? parts[0];
        return new WordPressSite([.. parts.Select(part => part.File)], first.Site, outline)
        {
            Title = first.Title,
            Tagline = first.Tagline,
            Language = first.Language,
            LeftBehind = parts
                .SelectMany(part => part.LeftBehind)
                .GroupBy(kind => kind.Key, StringComparer.Ordinal)
                .ToDictionary(kind => kind.Key, kind => kind.Sum(one => one.Value), StringComparer.Ordinal),
            Notes = [.. parts.Select(part => part.Note).OfType<string>()],
            Offer = new OfferedBlog(
                first.Title,
                first.Number,
                parts.Sum(part => part.Posts),
                parts.Sum(part => part.Pages),
                parts.Sum(part => part.Comments)
            ),
        };
    }

    private static Part Outline(ExportFile file, CancellationToken cancellationToken)
    {
        var reader = new WxrReader(file);
        var part = new Part(file);
        foreach (var item in reader.Items(cancellationToken))
        {
            var type = item["wp:post_type"];
            part.Posts += type is "post" or "" or "draft" ? 1 : 0;
            part.Pages += type is "page" ? 1 : 0;
            part.Attachments += type is "attachment" ? 1 : 0;
            var isText = type is "post" or "page" or "" or "draft";
            part.Comments += isText ? item.Comments.Count : 0;
            part.Leave("comment on what is no text", isText ? 0 : item.Comments.Count);
            if (JudgeItem.KindLeftBehind(item) is { } kind)
            {
                part.Leave(kind, 1);
            }
            else
            {
                // The words are read again when their turn comes; thousands of them at once would fill the memory.
                item.Words.Remove("content:encoded");
                item.Comments.Clear();
                part.Items.Add(item);
            }
        }

        part.Read(reader);
        return part;
    }

    private sealed class Part(ExportFile file)
    {
        public ExportFile File { get; } = file;

        public List<WxrItem> Items { get; } = [];

        public Dictionary<string, int> LeftBehind { get; } = new(StringComparer.Ordinal);

        public int Posts { get; set; }

        public int Pages { get; set; }

        public int Attachments { get; set; }

        public int Comments { get; set; }

        public string Title { get; private set; } = "";

        public string Tagline { get; private set; } = "";

        public string Language { get; private set; } = "";

        public Uri? Site { get; private set; }

        public string Number { get; private set; } = "";

        public string? Note { get; private set; }

        public List<WxrAuthor> Authors { get; private set; } = [];

        public void Leave(string kind, int times)
        {
            if (times > 0)
            {
                LeftBehind[kind] = LeftBehind.GetValueOrDefault(kind) + times;
            }
        }

        public void Read(WxrReader reader)
        {
            Title = EntryWords.TitleOf(reader.Head.GetValueOrDefault("title", ""));
            Tagline = reader.Head.GetValueOrDefault("description", "");
            Language = reader.Head.GetValueOrDefault("language", "");
            Note = reader.EncodingNote;
            Authors = reader.Authors;
            foreach (var name in (string[])["wp:base_blog_url", "link", "wp:base_site_url"])
            {
                if (
                    Site is null
                    && Uri.TryCreate(reader.Head.GetValueOrDefault(name, ""), UriKind.Absolute, out var site)
                    && site.Scheme is "http" or "https"
                )
                {
                    Site = site;
                }
            }

            Number = Site is not null
                ? Site.Host
                    + (Site.IsDefaultPort ? "" : $"-{Site.Port}")
                    + Site.AbsolutePath.TrimEnd('/').Replace('/', '-')
                : Seal.ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(Title)).ToString()[..16];
        }
    }
}
