using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;
using Pamphlet.Imports.Writing;
using Pamphlet.Pictures.Fetching;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Imports;

/// <summary>Imports one blog: everything is planned before the first row is written, and a dry run writes none.</summary>
/// <param name="database">Null: there is none, which only a dry run can do without.</param>
internal sealed class ImportBlog(
    ImportRequest request,
    Database? database,
    ExportSource source,
    SourceBlog blog,
    NameMap wishes,
    DateTimeOffset now,
    IProgress<ImportProgress>? progress
)
{
    private readonly Tally tally = new();

    public async Task<ImportReport> RunAsync(IEnumerable<string> notes, CancellationToken cancellationToken)
    {
        foreach (var note in notes.Concat(blog.Notes))
        {
            tally.Note(note);
        }

        foreach (var (kind, times) in blog.LeftBehind)
        {
            tally.Drop(kind, times);
        }

        var survey = Survey.Of(blog, tally, cancellationToken);
        var known = await KnownPaper.LoadAsync(database, cancellationToken);
        if (known is { IsReplaced: false, Starter.Count: > 0 })
        {
            tally.Note($"The starter paper makes room: {Counted.Of(known.Starter.Count, "text")} that nobody changed.");
        }

        if (request.AsDrafts)
        {
            tally.Note(
                "This paper asks a second person before a text is public: every text comes as a draft, and no public text changes."
            );
        }

        var people = NamePeople.Of(survey.Texts.Values, wishes);
        foreach (var name in wishes.Unknown(people.Authors))
        {
            tally.Note($"The list of names knows «{name}», but nobody here signed so.");
        }

        var addresses = new OwnAddresses(blog, [.. request.Sites, .. Home(known)]);
        var texts = new PlanTexts(blog, survey, known, people, addresses, tally, now, request.AsDrafts).All();
        var comments = new PlanComments(blog, survey, known, people, texts, tally).All();
        var elsewhere = new LinksElsewhere(addresses, texts.Values);

        await using var transaction = request.DryRun
            ? null
            : await database!.Database.BeginTransactionAsync(cancellationToken);
        await WriteAsync(survey, known, people, addresses, elsewhere, texts, comments, cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        foreach (var site in elsewhere.Sites)
        {
            tally.Note(
                $"{Counted.Of(site.Links, "link")} to {site.Address}, where texts of this import stood, stay as they are: it may be somebody else's. If the site had that name too, import once more and name it (--site {site.Address})."
            );
        }

        return tally.Report(blog.Format, blog.Title, [.. people.Authors.Select(person => person.Count)]) with
        {
            LinkedSites = elsewhere.Sites,
            OldHomes = [.. blog.Homes.Select(home => home.AbsoluteUri)],
        };
    }

    // Where the paper lives already, the old site often did before.
    private static IEnumerable<Uri> Home(KnownPaper known) =>
        known.Paper?.Home is { } home ? [new Uri(home, UriKind.Absolute)] : [];

    private async Task WriteAsync(
        Survey survey,
        KnownPaper known,
        NamePeople people,
        OwnAddresses addresses,
        LinksElsewhere elsewhere,
        Dictionary<string, TextPlan> texts,
        Dictionary<string, CommentPlan> comments,
        CancellationToken cancellationToken
    )
    {
        var id = known.Paper?.Id ?? new PublicationId(1);
        var language = LanguageOf(survey, known, cancellationToken);
        var writer = new PaperWriter(database, id, request.DryRun);
        if (!request.DryRun)
        {
            await FoundPaper.RunAsync(database!, known, id, blog, language, request.KeepsName, cancellationToken);
        }

        var names = new PaperNames(writer, known);
        using var fetch = request is { FetchPictures: true, DryRun: false }
            ? new FetchPictures(request.Fetching)
            : null;
        var convert = new ConvertText(
            elsewhere,
            new ImportPictures(source, addresses, blog, writer, tally, fetch),
            tally,
            language,
            isUsualFixed: request.Language is not null
        );
        await convert.LookForPicturesAsync(survey.WithWords(ofComments: false, cancellationToken), cancellationToken);
        var importTexts = new ImportTexts(
            database,
            writer,
            names,
            convert,
            tally,
            now,
            bringsPictures: fetch is not null,
            mendsLinks: request.Sites.Count > 0,
            asDrafts: request.AsDrafts
        );
        var done = 0;
        foreach (var text in survey.WithWords(ofComments: false, cancellationToken))
        {
            await importTexts.RunAsync(text, texts[text.Number], cancellationToken);
            progress?.Report(new ImportProgress("texts", ++done, texts.Count));
        }

        await writer.FlushAsync(cancellationToken);
        await WriteCommentsAsync(survey, known, writer, names, elsewhere, comments, cancellationToken);
        await new KeepAddresses(writer, known, addresses, blog, people, tally).RunAsync(
            texts.Values,
            cancellationToken
        );
        await writer.FlushAsync(cancellationToken);
        if (!request.DryRun)
        {
            await LeaveStarter.NamesAsync(database!, known, cancellationToken);
        }
    }

    private async Task WriteCommentsAsync(
        Survey survey,
        KnownPaper known,
        PaperWriter writer,
        PaperNames names,
        LinksElsewhere elsewhere,
        Dictionary<string, CommentPlan> comments,
        CancellationToken cancellationToken
    )
    {
        var importComments = new ImportComments(
            database,
            writer,
            names,
            known,
            blog,
            elsewhere,
            tally,
            now,
            mendsLinks: request.Sites.Count > 0
        );
        var done = 0;
        foreach (var comment in survey.WithWords(ofComments: true, cancellationToken))
        {
            if (comments.TryGetValue(comment.Number, out var plan))
            {
                await importComments.RunAsync(comment, plan, cancellationToken);
                progress?.Report(new ImportProgress("comments", ++done, comments.Count));
            }
        }
    }

    private Language LanguageOf(Survey survey, KnownPaper known, CancellationToken cancellationToken) =>
        request.Language
        ?? TextLanguage.OfLocale(blog.Locale)
        ?? (known.IsReplaced ? null : known.Paper?.Language)
        ?? TextLanguage.OfLetters(
            string.Join(
                ' ',
                survey.WithWords(ofComments: false, cancellationToken).Take(20).Select(text => PlainWords.Of(text.Html))
            )
        )
        ?? known.Paper?.Language
        ?? Language.English;
}
