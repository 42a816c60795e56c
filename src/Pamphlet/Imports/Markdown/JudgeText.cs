using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Markdown;

/// <summary>Says what one file of a folder is: its settings, its words, where it was read.</summary>
internal sealed class JudgeText(MarkdownTool tool, string pattern, Func<string, string?> addressOf)
{
    private const int LongestNumber = 16;

    /// <returns>Null for what is no text of its own: a folder's first page, an empty file.</returns>
    public SourceEntry? Of(ExportFile file)
    {
        var place = TextPlace.Of(file.Path, tool);
        if (place.IsListPage)
        {
            return null;
        }

        var (matter, body) = FrontMatter.Split(Text(file, out var encodingNote), out var fault);
        var (title, words) = Title(matter, body, place);
        if (words.Trim().Length == 0 && matter.IsEmpty)
        {
            return null;
        }

        var date = Date(matter) ?? place.Day;
        var isPage = IsPage(matter, place, date);
        var dropped = new List<string>();
        var authors = Authors(matter);
        var isDraft = IsDraft(matter) || place.IsDraft;
        var address = place.AddressOf(matter, pattern, date, !isPage);
        return new SourceEntry(NumberOf(file.Path), isPage ? EntryKind.Page : EntryKind.Post)
        {
            Id = matter.Word("guid", "id"),
            Status = isDraft ? EntryStatus.Draft : EntryStatus.Live,
            HeldBack = fault is null ? null : $"{fault} ({file.Path})",
            Author = authors.Count > 0 ? authors[0] : SourceAuthor.Nobody,
            OtherAuthors = authors.Count > 0 ? authors[1..] : [],
            Title = title,
            Subtitle = EntryWords.TitleOf(matter.Word("subtitle")),
            Html = CleanText.Of(Html(file, words, dropped)),
            Summary = EntryWords.TitleOf(matter.Word("description", "summary", "excerpt")),
            Published = date,
            Updated =
                Moment(matter.Word("lastmod", "updated", "modified", "last_modified_at", "updated_at"))
                ?? file.Modified,
            Address = isDraft ? null : address,
            OtherAddresses = isDraft
                ? []
                : [.. matter.List("aliases").Concat(matter.List("redirect_from")).Select(Rooted).OfType<string>()],
            Slug = place.Slug,
            Language = matter.Word("lang", "language", "locale") is { Length: > 0 } said ? said : place.Language,
            TranslationOf = TranslationOf(matter, place),
            LeadPicture = Lead(matter, file),
            Labels = [.. Labels(matter).Distinct(StringComparer.Ordinal)],
            CommentsOpen = matter.Word("comments") is not ("false" or "no"),
            LeftBehind = encodingNote is null
                ? dropped
                : [.. dropped, "text in another encoding than UTF-8 (read as it is)"],
        };
    }

    public static string NumberOf(string path) =>
        Seal.ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(path)).ToString()[..LongestNumber];

    private string Html(ExportFile file, string words, List<string> dropped)
    {
        var text = Shortcodes.Resolve(words, addressOf, dropped);
        var isHtml = file.Name.EndsWith(".html", StringComparison.OrdinalIgnoreCase);
        return RelativeAddresses.Rooted(isHtml ? text : MarkdownHtml.Of(text), file.Path, addressOf);
    }

    private static string Text(ExportFile file, out string? note)
    {
        using var stream = new BoundedStream(file.Open(), ExportLimits.Text, file.Path);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var encoding = FileEncoding.Of(content.GetBuffer().AsSpan(0, (int)Math.Min(content.Length, 512)));
        note = encoding.Note;
        var text = encoding.Encoding.GetString(content.GetBuffer(), 0, (int)content.Length);
        return text.Replace(MendingFallback.Mended.ToString(), "", StringComparison.Ordinal).ReplaceLineEndings("\n");
    }

    private static (string Title, string Body) Title(FrontMatter matter, string body, TextPlace place)
    {
        if (EntryWords.TitleOf(matter.Word("title")) is { Length: > 0 } said)
        {
            return (said, body);
        }

        var start = body.TrimStart('\n', ' ', '\ufeff');
        if (start.StartsWith("# ", StringComparison.Ordinal))
        {
            var end = start.IndexOf('\n', StringComparison.Ordinal) is var stop and >= 0 ? stop : start.Length;
            return (EntryWords.TitleOf(start[2..end].Trim().TrimEnd('#').Trim()), start[end..]);
        }

        return (
            matter.IsEmpty && body.Trim().Length > 0
                ? ""
                : EntryWords.OneLine(place.Slug.Replace('-', ' ').Replace('_', ' ')),
            body
        );
    }

    private bool IsPage(FrontMatter matter, TextPlace place, DateTimeOffset? date)
    {
        var said = matter.Word("type", "layout");
        return said is "page" or "static"
            || (
                said is not "post"
                && !place.IsAmongPosts
                && !place.IsDraft
                && date is null
                && tool is not MarkdownTool.None
            );
    }

    private static bool IsDraft(FrontMatter matter) =>
        matter.Word("draft") is "true" or "yes"
        || matter.Word("published") is "false" or "no"
        || matter.Word("private", "hidden") is "true" or "yes"
        || matter.Word("status") is not ("" or "published" or "publish" or "live")
        || matter.Word("visibility") is not ("" or "public");

    private static List<SourceAuthor> Authors(FrontMatter matter) =>
        [
            .. matter
                .List("authors")
                .Concat(matter.List("author"))
                .Select(EntryWords.PrintableName)
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Select(name => new SourceAuthor(name, "", IsAnonymous: false)),
        ];

    private static IEnumerable<string> Labels(FrontMatter matter) =>
        Subjects.Of(matter, "categories", "category").Concat(Subjects.Of(matter, "tags", "tag"));

    private static DateTimeOffset? Date(FrontMatter matter) =>
        Moment(matter.Word("date", "published_at", "publishDate", "pubDate", "created", "created_at"));

    private static DateTimeOffset? Moment(string word) => word.Length == 0 ? null : EntryWords.Moment(word);

    private static string? Rooted(string address) =>
        address.StartsWith('/') ? address
        : address.Length > 0 && !address.Contains(':', StringComparison.Ordinal) ? "/" + address
        : null;

    private static string? TranslationOf(FrontMatter matter, TextPlace place) =>
        matter.Word("translationKey", "translation_key") is { Length: > 0 } key ? key
        : place.Language is not null ? $"{place.Path[..(place.Path.LastIndexOf('/') + 1)]}{place.Slug}"
        : null;

    private static SourcePicture? Lead(FrontMatter matter, ExportFile file)
    {
        var address = matter.Word("image", "cover", "featured_image", "feature_image", "thumbnail", "images");
        if (address.Length == 0)
        {
            return null;
        }

        var isRelative = !address.StartsWith('/') && !address.Contains("://", StringComparison.Ordinal);
        return new SourcePicture(
            isRelative ? $"/{(file.Folder.Length > 0 ? file.Folder + "/" : "")}{address}" : address,
            matter.Word("image_alt"),
            ""
        );
    }
}
