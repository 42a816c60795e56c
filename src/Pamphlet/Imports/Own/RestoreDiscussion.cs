using Pamphlet.Comments;
using Pamphlet.Comments.Moderating;
using Pamphlet.Exports;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Own;

/// <summary>Makes rows of what was settled about discussions: what was closed or held stays so, for nobody here opened it.</summary>
internal sealed class RestoreDiscussion(PublicationId paper, KeptDiscussion kept)
{
    private const string Called = "what was settled about discussions";
    private const int MostDays = 36_500;

    public DiscussionSettings Settings()
    {
        var settings = new DiscussionSettings
        {
            PublicationId = paper,
            Mode = RestoreRows.Word<DiscussionMode>(kept.Mode, Called),
            PublishesAtOnce = kept.PublishesAtOnce,
            NeedsTwo = kept.NeedsTwo,
            ClosesAfterDays = kept.ClosesAfterDays is null or (>= 1 and <= MostDays)
                ? kept.ClosesAfterDays
                : throw RestoreRows.Wrong(Called),
            IsHeldByHand = kept.IsHeldByHand,
            UnwantedHosts =
                kept.UnwantedHosts.Length <= SentSettings.LongestHosts
                    ? CleanText.Of(kept.UnwantedHosts)
                    : throw RestoreRows.Wrong(Called),
        };
        foreach (var field in SentSettings.NumberFields.Where(field => kept.Brakes.ContainsKey(field.Name)))
        {
            var number = kept.Brakes[field.Name];
            field.Write(
                settings,
                number >= field.Least && number <= field.Most ? number : throw RestoreRows.Wrong(Called)
            );
        }

        return settings;
    }

    public IEnumerable<PostDiscussion> Texts() =>
        kept.Texts.Select(text => new PostDiscussion
        {
            PublicationId = paper,
            PostId = RestoreRows.Id<PostId>(text.Text, Called),
            Mode = text.Mode is { } mode ? RestoreRows.Word<DiscussionMode>(mode, Called) : null,
            IsHeldByHand = text.IsHeldByHand,
        });

    public IEnumerable<ModerationEntry> Log() =>
        kept.Log.Select(entry => new ModerationEntry
        {
            PublicationId = paper,
            Day = entry.Day,
            Act = RestoreRows.Word<ModerationAct>(entry.Act, Called),
            Because = entry.Because is { } because ? RestoreRows.Word<RemovalReason>(because, Called) : null,
            PostId = entry.Text is { } text ? RestoreRows.Id<PostId>(text, Called) : null,
            Note = CleanText.Of(entry.Note),
        });
}
