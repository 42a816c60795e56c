using System.Text.RegularExpressions;
using Pamphlet.Imports.Entries;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.WordPress;

/// <summary>Says what an item of WordPress's is: a text and the comments below it, or nothing that a paper has.</summary>
internal sealed partial class JudgeItem(WxrOutline outline)
{
    public IEnumerable<SourceEntry> Of(WxrItem item)
    {
        var type = item["wp:post_type"];
        if (type is not ("post" or "page" or "" or "draft"))
        {
            yield break;
        }

        var text = Text(item, type is "page" ? EntryKind.Page : EntryKind.Post);
        yield return text;
        foreach (var comment in item.Comments.Select(words => Comment(words, text.Number)).OfType<SourceEntry>())
        {
            yield return comment;
        }
    }

    /// <summary>What of an item is no text, by kind; null for a text.</summary>
    public static string? KindLeftBehind(WxrItem item) =>
        item["wp:post_type"] switch
        {
            "" or "post" or "page" or "draft" or "attachment" => null,
            "nav_menu_item" or "wp_navigation" => "menu entry",
            "wp_global_styles" or "wp_template" or "wp_template_part" or "custom_css" => "part of the theme",
            "revision" => "older version of a text",
            "guest-author" => "profile of an author",
            var type => $"entry of the kind {EntryWords.SafeNumber(type)}",
        };

    public static string NumberOf(WxrItem item)
    {
        var id = EntryWords.SafeNumber(item["wp:post_id"]);
        return id.Length > 0 ? id
            : Question().Match(item["guid"]) is { Success: true } match ? match.Groups["id"].Value
            : "t"
                + Seal.ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(item["link"] + item["title"])).ToString()[
                    ..12
                ];
    }

    private SourceEntry Text(WxrItem item, EntryKind kind)
    {
        var number = NumberOf(item);
        var status = item["wp:status"];
        var language = item.Terms.Find(term => term.Domain is "language")?.Slug;
        var authors = Authors(item);
        var body = ClassicText.Of(item["content:encoded"], outline.AttachmentAddress);
        var lead = outline.Lead(item.Metas.GetValueOrDefault("_thumbnail_id", "").Trim());
        return new SourceEntry(number, kind)
        {
            Id = item["guid"],
            Status = item["wp:post_type"] is "draft"
                ? EntryStatus.Draft
                : status switch
                {
                    "publish" => EntryStatus.Live,
                    "draft" or "pending" or "auto-draft" or "private" or "future" => EntryStatus.Draft,
                    _ => EntryStatus.Unknown,
                },
            HeldBack = item["wp:post_password"].Length > 0 ? "it was protected by a password" : null,
            Author = authors[0],
            OtherAuthors = authors[1..],
            Title = EntryWords.TitleOf(item["title"]),
            Html = CleanText.Of(body.Html + FootnoteList.Of(item.Metas.GetValueOrDefault("footnotes", ""))),
            LinesAreParagraphs = body.LinesAreParagraphs,
            Summary = EntryWords.TitleOf(item["excerpt:encoded"]),
            Published =
                Moment(item["wp:post_date_gmt"]) ?? EntryWords.Moment(item["pubDate"]) ?? Moment(item["wp:post_date"]),
            Updated = Moment(item["wp:post_modified_gmt"]),
            Address = status is "publish" ? AddressOf(item["link"]) : null,
            OtherAddresses = status is "publish"
                ? [.. Others(item, number, kind).Distinct(StringComparer.Ordinal)]
                : [],
            Slug = Uri.UnescapeDataString(item["wp:post_name"]),
            Language = language,
            TranslationOf = item.Terms.Find(term => term.Domain is "post_translations")?.Slug,
            LeadPicture = lead,
            Labels =
            [
                .. item
                    .Terms.Where(term => term.Domain is "category" or "post_tag" or "tag" or "")
                    .Where(term => term is not { Domain: "category", Slug: "uncategorized" })
                    .Select(term => term.Name.Length > 0 ? term.Name : term.Slug)
                    .Select(EntryWords.TitleOf)
                    .Where(name => name.Length > 0)
                    .Distinct(StringComparer.Ordinal),
            ],
            CommentsOpen = item["wp:comment_status"] is not "closed",
            IsTrashed = status is "trash",
            IsTooLong = item.IsTooLong,
            Mended = item.Mended,
            Forbidden = item.Forbidden,
            LeftBehind =
            [
                .. item.LeftBehind,
                .. body.Dropped,
                .. item.Comments.Select(MachineComment).OfType<string>(),
            ],
        };
    }

    private List<SourceAuthor> Authors(WxrItem item)
    {
        var signed = item
            .Terms.Where(term => term.Domain is "author")
            .Select(term => outline.Account(term.Slug) ?? Guest(term))
            .DistinctBy(author => author.Uri, StringComparer.Ordinal)
            .ToList();
        return signed.Count > 0 ? signed : [Creator(item["dc:creator"])];
    }

    private static SourceAuthor Guest(WxrTerm term)
    {
        // Co-Authors Plus writes cap- before the name of a guest.
        var slug = term.Slug.StartsWith("cap-", StringComparison.Ordinal) ? term.Slug[4..] : term.Slug;
        return new SourceAuthor(
            EntryWords.PrintableName(term.Name.Length > 0 ? term.Name : slug),
            $"login:{slug}",
            IsAnonymous: false
        );
    }

    private SourceAuthor Creator(string login) =>
        outline.Account(login)
        ?? (
            login.Length == 0
                ? SourceAuthor.Nobody
                : new SourceAuthor(EntryWords.PrintableName(login), $"login:{login}", IsAnonymous: false)
        );

    private SourceEntry? Comment(Dictionary<string, string> words, string parent)
    {
        var number = EntryWords.SafeNumber(words.GetValueOrDefault("wp:comment_id", ""));
        if (MachineComment(words) is not null)
        {
            return null;
        }

        var html = words.GetValueOrDefault("wp:comment_content", "");
        var published =
            Moment(words.GetValueOrDefault("wp:comment_date_gmt", ""))
            ?? Moment(words.GetValueOrDefault("wp:comment_date", ""));
        var user = words.GetValueOrDefault("wp:comment_user_id", "").Trim();
        var name = EntryWords.PrintableName(words.GetValueOrDefault("wp:comment_author", ""));
        var above = EntryWords.SafeNumber(words.GetValueOrDefault("wp:comment_parent", ""));
        return new SourceEntry(
            number.Length > 0
                ? number
                : "c"
                    + Seal
                        .ContentHash.Of(System.Text.Encoding.UTF8.GetBytes($"{parent} {published} {html}"))
                        .ToString()[..12],
            EntryKind.Comment
        )
        {
            Id = "",
            Status = words.GetValueOrDefault("wp:comment_approved", "").Trim() switch
            {
                "1" or "approve" or "approved" => EntryStatus.Live,
                "0" or "hold" or "unapproved" => EntryStatus.Pending,
                "spam" or "trash" or "post-trashed" => EntryStatus.Refused,
                _ => EntryStatus.Unknown,
            },
            Author =
                user is not ("" or "0") && outline.AccountOfUser(user) is { } account
                    ? account
                    : new SourceAuthor(name, "", IsAnonymous: name.Length == 0 || Placeholders.IsAnonymous(name)),
            Title = "",
            Html = CleanText.Of(html),
            Summary = "",
            Published = published,
            Parent = parent,
            InReplyTo = above is "" or "0" ? null : above,
        };
    }

    private static string? MachineComment(Dictionary<string, string> words) =>
        words.GetValueOrDefault("wp:comment_type", "").Trim() switch
        {
            "" or "comment" => null,
            "pingback" or "trackback" => "pingback or trackback",
            var type => $"comment of the kind {EntryWords.SafeNumber(type)}",
        };

    private static string? AddressOf(string link) => link.Length == 0 || Question().IsMatch(link) ? null : link;

    private IEnumerable<string> Others(WxrItem item, string number, EntryKind kind)
    {
        yield return kind == EntryKind.Page ? $"/?page_id={number}" : $"/?p={number}";
        if (kind == EntryKind.Page)
        {
            yield return $"/?p={number}";
        }

        // Under its older names a text was read where it is now, but for the last part.
        var path = outline.PathOf(AddressOf(item["link"]));
        var folder = path.TrimEnd('/');
        folder = folder.LastIndexOf('/') is var slash and >= 0 ? folder[..(slash + 1)] : "/";
        foreach (var slug in item.OldSlugs.Where(slug => slug.Length > 0 && path.Length > 1))
        {
            yield return $"{folder}{CleanText.Of(Uri.UnescapeDataString(slug))}{(path.EndsWith('/') ? "/" : "")}";
        }
    }

    // 0000-00-00 is what a draft has.
    private static DateTimeOffset? Moment(string text) =>
        text.Length == 0 || text.StartsWith("0000", StringComparison.Ordinal) ? null : EntryWords.Moment(text);

    [GeneratedRegex(
        @"[?&](p|page_id|attachment_id)=(?<id>[0-9]{1,20})",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Question();
}
