using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Blogger;

/// <summary>The blogs that an export holds.</summary>
internal static class FindBlogs
{
    /// <returns>In the order of their titles. What the account's holder wrote under other people's blogs is not among them.</returns>
    public static IReadOnlyList<BlogFile> In(
        IEnumerable<ExportFile> feeds,
        IReadOnlyList<ExportFile> settings,
        List<string> notes,
        CancellationToken cancellationToken
    )
    {
        var blogs = new List<BlogFile>();
        var withoutTexts = new List<BlogFile>();
        foreach (var feed in feeds)
        {
            var beside = settings.FirstOrDefault(file => file.Folder.Equals(feed.Folder, StringComparison.Ordinal));
            var blog = Outline(feed, beside, cancellationToken);
            var isOwnersComments = blog.Offer.Posts + blog.Offer.Pages == 0 && beside is null;
            (isOwnersComments ? withoutTexts : blogs).Add(blog);
        }

        notes.AddRange(withoutTexts.Select(file => SayWhose(file, blogs, cancellationToken)));

        return
        [
            .. blogs
                .GroupBy(blog => blog.Number, StringComparer.Ordinal)
                .Select(Newest)
                .OrderBy(blog => blog.Title, StringComparer.Ordinal),
        ];

        BlogFile Newest(IGrouping<string, BlogFile> same)
        {
            var newest = same.OrderByDescending(blog => blog.Newest).ThenByDescending(blog => blog.Offer.Posts).First();
            foreach (var older in same.Where(blog => blog != newest))
            {
                notes.Add($"{older.Feed.Path} is an older export of «{older.Title}»; {newest.Feed.Path} was taken.");
            }

            return newest;
        }
    }

    /// <summary>A Takeout repeats what the account's holder commented, by blog; under their own blog it is there already.</summary>
    private static string SayWhose(BlogFile file, IEnumerable<BlogFile> blogs, CancellationToken cancellationToken)
    {
        var comments = Counted.Of(file.Offer.Comments, "comment");
        var blog = blogs.FirstOrDefault(blog => blog.Number.Equals(file.Number, StringComparison.Ordinal));
        if (blog is null)
        {
            return $"{file.Feed.Path} holds no texts, only {comments} that the account's holder wrote on another blog, «{file.Title}»: not imported.";
        }

        var numbers = file.Entries(cancellationToken).Select(entry => entry.Number).ToHashSet(StringComparer.Ordinal);
        numbers.ExceptWith(
            blog.Entries(cancellationToken)
                .Where(entry => entry.Kind == EntryKind.Comment)
                .Select(entry => entry.Number)
        );
        return numbers.Count == 0
            ? $"{file.Feed.Path} repeats {comments} of «{blog.Title}», which {blog.Feed.Path} holds too: nothing is missing."
            : $"{file.Feed.Path} holds {comments} that the account's holder wrote under «{blog.Title}»; {numbers.Count} of them {blog.Feed.Path} does not hold, and they are not imported.";
    }

    private static BlogFile Outline(ExportFile feed, ExportFile? beside, CancellationToken cancellationToken)
    {
        var reader = new FeedReader(feed);
        var counts = new int[3];
        var newest = DateTimeOffset.MinValue;
        var isTakeout = false;
        var old = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var draft in reader.Entries(cancellationToken))
        {
            isTakeout |= draft.Type.Length > 0;
            if (JudgeEntry.Of(draft) is { } entry)
            {
                counts[(int)entry.Kind]++;
                newest = entry.Updated > newest ? entry.Updated.Value : newest;
            }
            else if (BlogSettings.NameIn(draft.Id) is { } setting)
            {
                old[setting] = System.Net.WebUtility.HtmlDecode(draft.Html);
            }
        }

        var settings = beside is null
            ? BlogSettings.From(name => old.GetValueOrDefault(name))
            : BlogSettings.Read(beside);
        var title = reader.Head.Title.Length > 0 ? reader.Head.Title : settings.Name;
        return new BlogFile(feed, isTakeout, reader.Head.Id, reader.Head.Site, settings)
        {
            Title = title,
            Offer = new OfferedBlog(
                title,
                BlogFile.NumberOf(reader.Head.Id, reader.Head.Site, title),
                counts[(int)EntryKind.Post],
                counts[(int)EntryKind.Page],
                counts[(int)EntryKind.Comment]
            ),
            Newest = newest,
            Exported = EntryWords.Moment(reader.Head.Updated),
            Notes = reader.EncodingNote is { } note ? [note] : [],
        };
    }
}
