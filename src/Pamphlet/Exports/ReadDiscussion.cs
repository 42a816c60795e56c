using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Comments.Moderating;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Exports;

/// <summary>Reads what editors settled about discussions, and their open log. Brakes that hold by themselves do not leave.</summary>
internal sealed class ReadDiscussion(Database database, PublicationId paper)
{
    public async Task<KeptDiscussion> RunAsync(CancellationToken cancellationToken)
    {
        var settings = await new SettingsStore(database, paper).PaperAsync(cancellationToken);
        var texts = await database
            .Set<PostDiscussion>()
            .AsNoTracking()
            .Where(text => text.PublicationId == paper && (text.Mode != null || text.IsHeldByHand))
            .OrderBy(text => text.PostId)
            .ToListAsync(cancellationToken);
        var log = await database
            .Set<ModerationEntry>()
            .AsNoTracking()
            .Where(entry => entry.PublicationId == paper)
            .OrderBy(entry => entry.Number)
            .ToListAsync(cancellationToken);
        return new KeptDiscussion(
            ReadPaper.Word(settings.Mode),
            settings.PublishesAtOnce,
            settings.NeedsTwo,
            settings.ClosesAfterDays,
            settings.IsHeldByHand,
            settings.UnwantedHosts,
            SentSettings.NumberFields.ToDictionary(
                field => field.Name,
                field => field.Read(settings),
                StringComparer.Ordinal
            ),
            [
                .. texts.Select(text => new KeptTextDiscussion(
                    KeptJson.Id(text.PostId),
                    text.Mode is { } mode ? ReadPaper.Word(mode) : null,
                    text.IsHeldByHand
                )),
            ],
            [
                .. log.Select(entry => new KeptModeration(
                    entry.Day,
                    ReadPaper.Word(entry.Act),
                    entry.Because is { } because ? ReadPaper.Word(because) : null,
                    entry.PostId is { } text ? KeptJson.Id(text) : null,
                    entry.Note
                )),
            ]
        );
    }
}
