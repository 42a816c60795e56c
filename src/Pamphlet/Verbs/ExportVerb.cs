using System.CommandLine;
using System.Globalization;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet export DIR</c>: the paper as plain files, also while it is being served.</summary>
internal static class ExportVerb
{
    // A server that publishes meanwhile may destroy what was being read; then the newer edition is written instead.
    private const int Tries = 3;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR")
        {
            Description = "A folder that is empty or does not exist yet",
        };
        var place = new PlaceOptions();
        var verb = new Command("export", "Write the paper as plain files that need no server") { folder };
        place.AddTo(verb);
        verb.SetAction((parsed, stop) => RunAsync(place.In(parsed), parsed.GetValue(folder)!.FullName, stop));
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
            var result = ExportEdition.Run(edition, folder, stop);
            switch (result.Refusal)
            {
                case ExportEdition.Refusal.None:
                    Terminal.Say(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Edition {edition.Number} in {folder}: {result.Files} files, {result.Bytes / 1e6:F1} MB. Check it there: sha256sum -c {Seal.EditionManifest.FileName}"
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

    // Nobody serves the paper just now: what was changed since the last edition is printed first.
    private static async Task PrintAsync(PaperPlace place, string shelfFolder, CancellationToken stop)
    {
        if (!place.Database.IsPostgres && !File.Exists(Path.Combine(place.Folder, "pamphlet.db")))
        {
            throw new OperatorMistake($"There is no paper in {place.Folder}.", "Name another folder: --data DIR");
        }

        await PreparePaper.RunAsync(place, home: null, stop);
        using var press = new Press(place.Database, EditionShelf.Open(shelfFolder));
        await press.PublishAsync(stop);
    }
}
