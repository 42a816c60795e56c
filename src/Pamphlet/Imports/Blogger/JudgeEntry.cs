using Pamphlet.Imports.Entries;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Blogger;

/// <summary>Says what an entry is, in the words of neither generation: the rules of both stand here and nowhere else.</summary>
internal static class JudgeEntry
{
    /// <returns>Null for what is no text and no comment: the theme, the settings.</returns>
    public static SourceEntry? Of(EntryDraft draft)
    {
        if (KindOf(draft) is not { } kind)
        {
            return null;
        }

        var number = NumberOf(draft.Id);
        return new SourceEntry(number, kind)
        {
            Id = draft.Id,
            Status = StatusOf(draft, kind),
            Author = new SourceAuthor(
                EntryWords.OneLine(draft.AuthorName),
                draft.AuthorUri,
                draft.AuthorType is "ANONYMOUS"
                    || (draft.AuthorUri.Length == 0 && Placeholders.IsAnonymous(draft.AuthorName))
            ),
            Title = kind == EntryKind.Comment ? "" : EntryWords.OneLine(draft.Title),
            Html = CleanText.Of(draft.Html),
            Summary = EntryWords.OneLine(draft.Summary),
            Published = EntryWords.Moment(draft.Published),
            Updated = EntryWords.Moment(draft.Updated) ?? EntryWords.Moment(draft.Created),
            Address = AddressOf(draft),
            Parent = draft.Parent.Length > 0 ? NumberOf(draft.Parent) : null,
            InReplyTo = AnsweredBy(draft),
            Labels =
            [
                .. draft
                    .Labels.Select(EntryWords.OneLine)
                    .Where(label => label.Length > 0)
                    .Distinct(StringComparer.Ordinal),
            ],
            // Takeout writes the moment; the hand-made files of other tools write yes and no.
            IsTrashed = draft.Trashed.Length > 0 && draft.Trashed is not ("false" or "no"),
            IsRemoved = draft.IsRemoved,
            IsTooLong = draft.IsTooLong,
            Mended = draft.Mended,
            Forbidden = draft.Forbidden,
            LeftBehind = draft.LeftBehind,
        };
    }

    /// <summary>The number within the blog: <c>50</c> of <c>…blog-100.post-50</c> and <c>…page-50</c>, <c>17-8</c> of <c>post-17.comment-8</c>.</summary>
    public static string NumberOf(string id)
    {
        var last = id[(id.LastIndexOf(':') + 1)..];
        var parts = last.Split('.')
            .Where(part => !part.StartsWith("blog-", StringComparison.Ordinal))
            .Select(part => part[(part.IndexOf('-', StringComparison.Ordinal) + 1)..]);
        return EntryWords.SafeNumber(string.Join('-', parts));
    }

    private static EntryKind? KindOf(EntryDraft draft) =>
        (draft.Type.Length > 0 ? draft.Type : draft.Kind).ToUpperInvariant() switch
        {
            "POST" => EntryKind.Post,
            "PAGE" => EntryKind.Page,
            "COMMENT" => EntryKind.Comment,
            _ => null,
        };

    private static EntryStatus StatusOf(EntryDraft draft, EntryKind kind)
    {
        var isTakeout = draft.Type.Length > 0;
        if (isTakeout)
        {
            return draft.Status.ToUpperInvariant() switch
            {
                "LIVE" => EntryStatus.Live,
                "DRAFT" => EntryStatus.Draft,
                "PENDING_MODERATION" => EntryStatus.Pending,
                "SPAM_COMMENT" or "GHOSTED_COMMENT" => EntryStatus.Refused,
                _ => EntryStatus.Unknown,
            };
        }

        // The old export gave an address to everything that had been published, and to nothing else.
        var wasPublic = kind == EntryKind.Comment || AddressOf(draft) is not null;
        return draft.IsDraft ? EntryStatus.Draft
            : wasPublic ? EntryStatus.Live
            : EntryStatus.Unknown;
    }

    private static string? AddressOf(EntryDraft draft)
    {
        if (draft.Filename.Length > 0)
        {
            return draft.Filename;
        }

        if (draft.Type.Length > 0)
        {
            return null;
        }

        // Google's own converter wrote the address where Blogger writes the entry's own feed.
        return draft.Links.GetValueOrDefault("alternate")
            ?? (
                draft.Links.TryGetValue("self", out var self) && !self.Contains("/feeds/", StringComparison.Ordinal)
                    ? self
                    : null
            );
    }

    private static string? AnsweredBy(EntryDraft draft)
    {
        if (draft.InReplyTo.Length > 0)
        {
            return NumberOf(draft.InReplyTo);
        }

        var related = draft.Links.GetValueOrDefault("related")?.TrimEnd('/');
        return related is null ? null : EntryWords.SafeNumber(related[(related.LastIndexOf('/') + 1)..]);
    }
}
