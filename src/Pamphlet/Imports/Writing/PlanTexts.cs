using Pamphlet.Imports.Entries;
using Pamphlet.Posts;
using Pamphlet.Storage;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// Decides for each text whether it may be public, when it appeared and where it will be read. One rule stands above the
/// others: nothing becomes public that was not public before.
/// </summary>
internal sealed class PlanTexts(
    SourceBlog blog,
    Survey survey,
    KnownPaper known,
    NamePeople people,
    OwnAddresses addresses,
    Tally tally,
    DateTimeOffset now,
    bool asDrafts
)
{
    /// <summary>Pages that a new paper's menu offers; which of them the old site's did, no export says.</summary>
    private const int MostInMenu = 6;

    private readonly ChoosePath paths = new(known.Paths);
    private readonly Dictionary<string, long> groups = new(StringComparer.Ordinal);
    private int inMenu;
    private int moved;

    /// <returns>By the text's number.</returns>
    public Dictionary<string, TextPlan> All()
    {
        // Oldest first: of two texts with one address the older keeps it.
        var inOrder = survey
            .Texts.Values.OrderBy(text => text.Published ?? DateTimeOffset.MaxValue)
            .ThenBy(text => text.Number, StringComparer.Ordinal);
        var plans = inOrder.Select(Of).ToDictionary(plan => plan.Facts.Number, StringComparer.Ordinal);
        if (moved > 0)
        {
            tally.Note($"{moved} texts move into the paper's own order of addresses; every old address leads there.");
        }

        return plans;
    }

    private TextPlan Of(SourceEntry text)
    {
        var sourceId = $"{blog.System}:{blog.Number}/{text.Number}";
        var before = known.Texts.GetValueOrDefault(sourceId);
        var published = TextDate.Of(text);
        var isPublic = IsPublic(text);
        if (isPublic && TextDate.IsGuessed(text))
        {
            tally.Note(
                $"{TextPlan.Called(text)} has no date that can be true; {published ?? now:yyyy-MM-dd} was taken."
            );
        }

        // What only a file's own time says may lie ahead by the clock that wrote it.
        published = isPublic && (published is null || published > now) ? StartOfDay(now) : published;
        var oldPath = addresses.PathOf(text.Address);
        return new TextPlan(
            text,
            sourceId,
            before?.Id ?? RowIds.New<PostId>(),
            before,
            isPublic ? PostState.Published : PostState.Draft,
            isPublic ? Path(text, before, oldPath, published!.Value) : null,
            oldPath,
            published,
            people.AuthorsOf(text)
        )
        {
            TranslationGroup = GroupOf(text),
            MenuPlace =
                known.IsReplaced && isPublic && text.Kind == EntryKind.Page && inMenu < MostInMenu ? ++inMenu : null,
        };
    }

    private long? GroupOf(SourceEntry text)
    {
        if (text.TranslationOf is not { Length: > 0 } key)
        {
            return null;
        }

        if (!groups.TryGetValue(key, out var group))
        {
            group = groups[key] = RowIds.New<PostId>().Value;
        }

        return group;
    }

    private bool IsPublic(SourceEntry text)
    {
        var published = TextDate.Believed(text.Published);
        var isAhead = published > now || published > blog.ExportedAt || IsFarAhead(text.Published);
        var because =
            text.Status == EntryStatus.Draft || asDrafts ? ""
            : text.Status != EntryStatus.Live ? "its state is not one that this version knows"
            : blog.IsPrivate ? "only invited people could read the blog"
            : text.HeldBack is { } held ? held
            : text.IsTooLong ? "its text is too long to be read and was left out"
            : isAhead ? "its date lies ahead, so it had not appeared"
            : null;
        if (because is { Length: > 0 })
        {
            tally.Note($"{TextPlan.Called(text)} waits as a draft: {because}.");
        }

        return because is null;
    }

    private string Path(SourceEntry text, KnownText? before, string oldPath, DateTimeOffset published)
    {
        var path = before?.Path ?? paths.For(text, oldPath, published, blog.KeepsPaths).Value;
        foreach (var other in text.OtherAddresses)
        {
            addresses.Move(other, "/" + path);
        }

        if (oldPath.Length > 0 && !oldPath.Equals("/" + path, StringComparison.Ordinal))
        {
            addresses.Move(oldPath, "/" + path);
            var isNew = before?.Path is null;
            moved += blog.KeepsPaths || !isNew ? 0 : 1;
            if (blog.KeepsPaths && isNew)
            {
                tally.Note($"{TextPlan.Called(text)} moves from {oldPath} to /{path}; the old address leads there.");
            }
        }

        return path;
    }

    // The year 9999 is no date to believe, and no reason to publish.
    private static bool IsFarAhead(DateTimeOffset? published) => published?.Year >= 2200;

    private static DateTimeOffset StartOfDay(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);
}
