using System.CommandLine;
using System.Globalization;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Exports;
using Pamphlet.Imports;
using Pamphlet.Letters;
using Pamphlet.Pictures;
using Pamphlet.Publications;
using Pamphlet.Signing;

namespace Pamphlet.Verbs;

/// <summary>
/// <c>pamphlet export DIR</c>: the paper as plain files, also while it is being served; with <c>--as</c>, everything its makers own, or
/// what WordPress reads.
/// </summary>
internal static class ExportVerb
{
    // A server that publishes meanwhile may destroy what was being read; then the newer edition is written instead.
    private const int Tries = 3;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR")
        {
            Description = "A folder that is empty or does not exist yet (wxr: a file that does not exist yet)",
        };
        var kind = new Option<string>("--as")
        {
            Description =
                "edition: the pages, as readers get them; source: all texts, drafts, versions, comments and pictures, to keep or to import again; wxr: for WordPress",
            DefaultValueFactory = _ => "edition",
        };
        kind.AcceptOnlyFromAmong("edition", "source", "wxr");
        var place = new PlaceOptions();
        var verb = new Command("export", "Write the paper as plain files: for readers, to own, or to leave")
        {
            folder,
            kind,
        };
        place.AddTo(verb);
        verb.SetAction(
            (parsed, stop) =>
                parsed.GetValue(kind) is "edition"
                    ? RunAsync(place.Of(parsed), parsed.GetValue(folder)!.FullName, stop)
                    : OwnedAsync(place.Of(parsed), parsed.GetValue(kind)!, parsed.GetValue(folder)!.FullName, stop)
        );
        return verb;
    }

    private static async Task<int> RunAsync(PaperPlace place, string folder, CancellationToken stop)
    {
        var shelfFolder = Path.Combine(place.Folder, "shelf");
        using var alone = FolderLock.TryTake(place.Folder);
        if (alone is not null)
        {
            await PrintAsync(place, shelfFolder, stop);
        }

        for (var tries = 1; ; tries++)
        {
            var edition =
                EditionShelf.OpenToRead(shelfFolder).Current
                ?? throw new OperatorMistake(
                    $"There is no paper in {place.Folder}.",
                    "Name another folder: --data DIR"
                );
            var log = EditionLog.Open(Path.Combine(place.Folder, "log"));
            var seal = ReadSeal.Of(log, edition);
            var beside = seal is null ? null : StrangersFiles.Of(log, seal);
            var result = ExportEdition.Run(edition, folder, stop, beside);
            switch (result.Refusal)
            {
                case ExportEdition.Refusal.None:
                    Terminal.Say(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            // As the log counts it, and whoever verifies the copy: the shelf's own count is nobody else's.
                            $"Edition {seal?.Record.Number ?? edition.Number} in {folder}: {result.Files} files, {result.Bytes / 1e6:F1} MB. Check it there: sha256sum -c {Seal.EditionManifest.FileName}"
                        )
                    );
                    return ExitCode.Done;
                case ExportEdition.Refusal.NotEmpty:
                    throw new OperatorMistake($"{folder} is not empty.", "Name a new folder.");
                case ExportEdition.Refusal.Clash:
                    Terminal.Say("Two addresses of the paper differ only in capitals: not every disk could hold both.");
                    return ExitCode.Refused;
                case ExportEdition.Refusal.Damaged when tries == Tries:
                    throw new OperatorMistake(
                        $"A file in {shelfFolder} is damaged.",
                        "Stop the server and remove that folder: it is built anew from the database."
                    );
            }
        }
    }

    /// <summary>What the makers own, read from the database: drafts and the queue with it.</summary>
    private static async Task<int> OwnedAsync(PaperPlace place, string kind, string target, CancellationToken stop)
    {
        if (
            Directory.Exists(target)
                ? kind is "wxr" || Directory.EnumerateFileSystemEntries(target).Any()
                : File.Exists(target)
        )
        {
            throw new OperatorMistake($"{target} exists already.", "Name a new one.");
        }

        await PreparePaper.RunAsync(place, home: null, stop);
        await using var database = place.Database.Open();
        var paper = (await new PublicationStore(database).FirstAsync(stop))!;
        if (kind is "source")
        {
            var written = await KeepPaper.RunAsync(database, paper, target, stop);
            Terminal.Say(
                $"{target}: {Counted.Of(written.Texts, "text")}, {Counted.Of(written.Comments, "comment")}, {Counted.Of(written.Pictures, "picture")}. Drafts and comments that wait are among them: keep it as you keep the paper."
            );
            return ExitCode.Done;
        }

        var pictures = await new PictureStore(database, paper.Id).ShownAsync(null, stop);
        await using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        var moved = await ExportWxr.RunAsync(database, paper, pictures, file, stop);
        Terminal.Say(
            $"{target}: {Counted.Of(moved.Texts, "text")}, {Counted.Of(moved.Comments, "comment")}. WordPress fetches the pictures from {paper.Home ?? "nowhere, for the paper has no home address (serve --home)"}."
        );
        return ExitCode.Done;
    }

    // Nobody serves the paper just now: what was changed since the last edition is printed first.
    private static async Task PrintAsync(PaperPlace place, string shelfFolder, CancellationToken stop)
    {
        await PreparePaper.RunAsync(place, home: null, stop);
        var shelf = EditionShelf.Open(shelfFolder);
        using var paper = OpenPaper.Run(place, home: null, shelf);
        if (paper.IsReadOnly)
        {
            var (what, remedy) = OpenPaper.WhyLocked(paper.Vault.State);
            Terminal.Say($"{what} The last edition is written, and none is made of what changed since. {remedy}");
            return;
        }

        // The keys alone: whoever opens the mailbag leaves a trace of it.
        var keys = new PublishedKeys(Path.Combine(place.Folder, "letters"));
        using var press = new Press(place.Database, shelf)
        {
            Enclosed = paper.Enclosed,
            TakesLetters = () =>
                keys.For(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)) is not null,
        };
        await press.PublishAsync(stop);
    }
}
