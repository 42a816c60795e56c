using System.CommandLine;
using Pamphlet.Copies;
using Pamphlet.Copies.Books;
using Pamphlet.Copies.Print;
using Pamphlet.Editions.Shelving;
using Pamphlet.Reading;
using Pamphlet.Reading.Words;
using Pamphlet.Signing;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet carry KIND OUT</c>: a text or the whole paper as one file, also while it is being served.</summary>
internal static class CarryVerb
{
    private const string All = "all";

    private static readonly Argument<string> Kind = new("KIND")
    {
        Description =
            "html, epub, pdf, booklet of texts; zip, torrent, zim of the whole paper; all: every one, for the paper's own page of copies",
    };

    private static readonly Argument<FileInfo?> Out = new("OUT")
    {
        Description = "A new file; none for all",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Post = new("--post")
    {
        Description = "One text, by its path: 2026/11/slug.html",
        HelpName = "PATH",
    };

    private static readonly Option<string?> Series = new("--series")
    {
        Description = "The texts of a series, by the last part of its address",
        HelpName = "SLUG",
    };

    private static readonly Option<int?> Year = new("--year")
    {
        Description = "The texts of a year",
        HelpName = "YEAR",
    };

    public static Command Create()
    {
        var place = new PlaceOptions();
        var verb = new Command("carry", "Make a copy that carries itself: a file of HTML, an EPUB, a PDF, a ZIP …")
        {
            Kind,
            Out,
            Post,
            Series,
            Year,
        };
        place.AddTo(verb);
        verb.SetAction((parsed, stop) => RunAsync(place.In(parsed), parsed, stop));
        return verb;
    }

    private static async Task<int> RunAsync(PaperPlace place, ParseResult parsed, CancellationToken stop)
    {
        var kind = KindIn(parsed);
        var edition = EditionShelf.OpenToRead(Path.Combine(place.Folder, "shelf")).Current;
        if (edition is null || PaperCopy.Of(edition) is not { } paper)
        {
            throw new OperatorMistake(
                $"There is no edition in {place.Folder}.",
                "Serve the paper once, or name another folder: --data DIR"
            );
        }

        if (kind is null)
        {
            return await MakeAllAsync(place, edition, stop);
        }

        if (parsed.GetValue(Out)?.FullName is not { } output || File.Exists(output))
        {
            throw new OperatorMistake(
                "A copy needs a file that is not there yet.",
                $"pamphlet carry {parsed.GetValue(Kind)} FILE"
            );
        }

        var missing = kind switch
        {
            CopyKind.Zip => WriteZip(place, edition, output, stop),
            CopyKind.Torrent => await WriteTorrentAsync(place, edition, output, stop),
            CopyKind.Zim => await ZimFile.WriteAsync(paper, edition, output, stop),
            _ => await WriteTextsAsync(kind.Value, paper, parsed, output, stop),
        };
        if (missing is not null)
        {
            Terminal.Complain(missing);
            return ExitCode.Refused;
        }

        var made = await CopiedFile.OfAsync(output, stop);
        Terminal.Say($"{made.Hash}  {output}  ({CopyWords.Size(made.Size)}, of edition {paper.Number})");
        return ExitCode.Done;
    }

    /// <returns>Null: every kind.</returns>
    private static CopyKind? KindIn(ParseResult parsed) =>
        parsed.GetValue(Kind) is All ? null
        : Enum.TryParse<CopyKind>(parsed.GetValue(Kind), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind
        : throw new OperatorMistake(
            $"{parsed.GetValue(Kind)} is no kind of copy.",
            "Name one: html, epub, pdf, booklet, zip, torrent, zim, all"
        );

    private static async Task<int> MakeAllAsync(PaperPlace place, Edition edition, CancellationToken stop)
    {
        var shelf = new CopyShelf(place.Folder);
        var missing = await new MakeCopies(shelf).RunAsync(
            edition,
            EditionLog.Open(Path.Combine(place.Folder, "log")),
            stop
        );
        foreach (var line in missing)
        {
            Terminal.Complain(line);
        }

        foreach (var copy in shelf.All())
        {
            Terminal.Say($"{copy.Hash}  {copy.Path}  ({CopyWords.Size(copy.Size)})");
        }

        Terminal.Say("The next edition lists them; a paper that is being served makes it within half a minute.");
        return ExitCode.Done;
    }

    private static async Task<string?> WriteTextsAsync(
        CopyKind kind,
        PaperCopy paper,
        ParseResult parsed,
        string output,
        CancellationToken stop
    )
    {
        var book = Choose(paper, parsed);
        switch (kind)
        {
            case CopyKind.Html when book.Texts.Count > 1:
                throw new OperatorMistake("A file of HTML holds one text.", "Name it: --post 2026/11/slug.html");
            case CopyKind.Html:
                await File.WriteAllBytesAsync(output, SingleFile.Write(paper, book.Texts[0]), stop);
                return null;
            case CopyKind.Epub:
                await File.WriteAllBytesAsync(output, EpubFile.Write(book), stop);
                return null;
            default:
                return await PrintFile.WriteAsync(book, kind == CopyKind.Booklet, output, stop);
        }
    }

    private static BookPlan Choose(PaperCopy paper, ParseResult parsed)
    {
        if (parsed.GetValue(Post) is { } path)
        {
            return paper.Text(path.TrimStart('/')) is { } text
                ? BookPlan.OfText(paper, text)
                : throw new OperatorMistake($"The edition has no text {path}.", "Write its path as in its address.");
        }

        var title = paper.Name;
        var texts = (parsed.GetValue(Series), parsed.GetValue(Year)) switch
        {
            ({ } slug, _) => paper.Series(slug, out title),
            (_, { } year) =>
            [
                .. paper.Texts().Where(text => text.Date.StartsWith($"{year}-", StringComparison.Ordinal)),
            ],
            _ => [.. paper.Texts().Where(text => text.Date.Length > 0)],
        };
        title = parsed.GetValue(Year) is { } named ? $"{title} {named}" : title;
        return texts.Count > 0
            ? BookPlan.OfMany(paper, title, texts)
            : throw new OperatorMistake("The edition has no such texts.", "Look at the addresses of the paper.");
    }

    private static string? WriteZip(PaperPlace place, Edition edition, string output, CancellationToken stop)
    {
        var log = EditionLog.Open(Path.Combine(place.Folder, "log"));
        if (ReadSeal.Of(log, edition) is not { } seal)
        {
            return "The edition was never signed, so nobody could check a copy of it. Serve the paper once, and carry it then.";
        }

        var partial = $"{output}.partial";
        try
        {
            using (var file = File.Create(partial))
            {
                if (!EditionZip.Write(edition, $"edition-{edition.Number}", StrangersFiles.Of(log, seal), file, stop))
                {
                    return EditionZip.Damaged;
                }
            }

            File.Move(partial, output);
            return null;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    // The torrent of the ZIP, which is written beside it.
    private static async Task<string?> WriteTorrentAsync(
        PaperPlace place,
        Edition edition,
        string output,
        CancellationToken stop
    )
    {
        var zip = Path.ChangeExtension(output, ".zip");
        if (File.Exists(zip))
        {
            throw new OperatorMistake(
                $"{zip} is there already.",
                "The torrent's own ZIP is written there: name another."
            );
        }

        if (WriteZip(place, edition, zip, stop) is { } damaged)
        {
            return damaged;
        }

        var content = await File.ReadAllBytesAsync(zip, stop);
        var (torrent, magnet) = TorrentFile.Write(Path.GetFileName(zip), content, home: null);
        await File.WriteAllBytesAsync(output, torrent, stop);
        Terminal.Say(magnet);
        Terminal.Say("Who shares a file by BitTorrent is seen, by address, by all who share it.");
        return null;
    }
}
