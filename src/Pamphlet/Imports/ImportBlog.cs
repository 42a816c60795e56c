using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;
using Pamphlet.Imports.Writing;
using Pamphlet.Pictures.Fetching;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Imports;

/// <summary>Imports one blog: everything is planned before the first row is written, and a dry run writes none.</summary>
internal sealed class ImportBlog(
    ImportRequest request,
    Database database,
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
        var people = NamePeople.Of(survey.Texts.Values, wishes);
        var addresses = new OwnAddresses(blog, request.Site);
        var texts = new PlanTexts(blog, survey, known, people, addresses, tally, now).All();
        var comments = new PlanComments(blog, survey, known, people, texts, tally).All();

        await using var transaction = request.DryRun
            ? null
            : await database.Database.BeginTransactionAsync(cancellationToken);
        await WriteAsync(survey, known, people, addresses, texts, comments, cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return tally.Report(blog.Format, blog.Title, [.. people.Authors.Select(person => person.Count)]);
    }

    private async Task WriteAsync(
        Survey survey,
        KnownPaper known,
        NamePeople people,
        OwnAddresses addresses,
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
            await FoundPaper.RunAsync(database, known, id, blog, language, request.KeepsName, cancellationToken);
        }

        var names = new PaperNames(writer, known);
        using var fetch = request is { FetchPictures: true, DryRun: false }
            ? new FetchPictures(request.Fetching)
            : null;
        var convert = new ConvertText(
            addresses,
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
            bringsPictures: fetch is not null
        );
        var done = 0;
        foreach (var text in survey.WithWords(ofComments: false, cancellationToken))
        {
            await importTexts.RunAsync(text, texts[text.Number], cancellationToken);
            progress?.Report(new ImportProgress("texts", ++done, texts.Count));
        }

        await writer.FlushAsync(cancellationToken);
        var importComments = new ImportComments(database, writer, names, known, blog, tally, now);
        done = 0;
        foreach (var comment in survey.WithWords(ofComments: true, cancellationToken))
        {
            if (comments.TryGetValue(comment.Number, out var plan))
            {
                await importComments.RunAsync(comment, plan, cancellationToken);
                progress?.Report(new ImportProgress("comments", ++done, comments.Count));
            }
        }

        await new KeepAddresses(writer, known, addresses, blog, people, tally).RunAsync(
            texts.Values,
            cancellationToken
        );
        await writer.FlushAsync(cancellationToken);
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
