using System.CommandLine;
using Pamphlet.Imports;
using Pamphlet.Pictures.Fetching;
using Pamphlet.Rendering;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet import FILE|DIR|ZIP</c>: moves a paper in, or says what moving it in would do.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string> Export = new("FILE|DIR|ZIP")
    {
        Description =
            "What the old home gave you: a Takeout, WordPress's .xml, Ghost's .json, a folder of Markdown, or an export of this program",
    };

    private static readonly Option<string?> Blog = new("--blog")
    {
        Description = "Which blog, where the export holds several",
        HelpName = "NAME",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Tell what would be moved, and change nothing",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the report as JSON" };

    private static readonly Option<Uri[]> Site = new("--site")
    {
        Description =
            "An address that the old site had, where the export does not say it: https://paper.example/; once for each",
        HelpName = "URL",
        CustomParser = parsed =>
        {
            var sites = new List<Uri>();
            foreach (var token in parsed.Tokens)
            {
                if (
                    Uri.TryCreate(token.Value, UriKind.Absolute, out var site)
                    && site.Scheme is "http" or "https"
                    && site.Host.Length > 0
                )
                {
                    sites.Add(site);
                }
                else
                {
                    parsed.AddError("--site wants a whole address, like https://paper.example/");
                }
            }

            return [.. sites];
        },
    };

    private static readonly Option<string?> Language = new("--language")
    {
        Description = "The paper's language, where the export does not say it or says it wrongly: vi, en, fa …",
        HelpName = "TAG",
    };

    private static readonly Option<string?> Authors = new("--authors")
    {
        Description =
            "A JSON or CSV file of old names and the pen names that take their place; without it, all stay as they were signed",
        HelpName = "FILE",
    };

    private static readonly Option<bool> FetchPictures = new("--fetch-pictures")
    {
        Description = "Fetch pictures that the export lacks; tells the old host who is moving",
    };

    private static readonly Option<Uri?> Proxy = new("--proxy")
    {
        Description = "Fetch pictures through this proxy; socks5://127.0.0.1:9050 is Tor's",
        HelpName = "URL",
        CustomParser = parsed =>
        {
            if (
                Uri.TryCreate(parsed.Tokens[0].Value, UriKind.Absolute, out var proxy)
                && proxy.Scheme is "socks5" or "socks4a" or "http"
            )
            {
                return proxy;
            }

            parsed.AddError("--proxy wants an address like socks5://127.0.0.1:9050");
            return null;
        },
    };

    public static Command Create()
    {
        var place = new PlaceOptions();
        var verb = new Command("import", "Move a paper in from Blogger, WordPress, Ghost or a folder of Markdown")
        {
            Export,
            Blog,
            DryRun,
            Json,
            Site,
            Language,
            Authors,
            FetchPictures,
            Proxy,
        };
        place.AddTo(verb);
        verb.SetAction(
            (parsed, stop) =>
            {
                var request = Request(parsed);
                return RunAsync(
                    request,
                    parsed.GetValue(Json),
                    request.DryRun ? place.At(parsed) : place.In(parsed),
                    new NextCommands(parsed, place.Again(parsed)),
                    stop
                );
            }
        );
        return verb;
    }

    private static ImportRequest Request(ParseResult parsed)
    {
        var typed = parsed.GetValue(Language);
        Language? language = null;
        if (typed is not null)
        {
            language = Rendering.Language.TryParse(typed, out var tag)
                ? tag
                : throw new OperatorMistake($"«{typed}» is no language tag.", "Write one like --language vi");
        }

        return new ImportRequest(parsed.GetValue(Export)!)
        {
            Blog = parsed.GetValue(Blog),
            DryRun = parsed.GetValue(DryRun),
            Sites = parsed.GetValue(Site) ?? [],
            Language = language,
            Authors = parsed.GetValue(Authors),
            FetchPictures = parsed.GetValue(FetchPictures),
            Fetching = new FetchWishes { Proxy = parsed.GetValue(Proxy) },
        };
    }

    private static async Task<int> RunAsync(
        ImportRequest request,
        bool json,
        PaperPlace place,
        NextCommands next,
        CancellationToken stop
    )
    {
        if (!request.DryRun)
        {
            await PreparePaper.RunAsync(place, home: null, stop);
        }

        await using var database = await PreparePaper.LookAsync(place, stop);
        var outcome = await ImportProgressBar.ShowAsync(progress =>
            ImportPaper.RunAsync(request, database, TimeProvider.System, progress, stop)
        );
        switch (outcome)
        {
            case ImportOutcome.Imported imported:
                Terminal.Say(json ? imported.Report.ToJson() : ImportReportText.Of(imported.Report, request, next));
                if (!json && !request.DryRun)
                {
                    await SayNextAsync(imported.Report, request, place, next, stop);
                }

                return ExitCode.Done;
            case ImportOutcome.SeveralBlogs several:
                Terminal.Say("This export holds several blogs. Name one with --blog:");
                foreach (var blog in several.Blogs)
                {
                    Terminal.Say(
                        $"  --blog {Terminal.Quoted(blog.Title)}   {Counted.Of(blog.Posts, "post")}, {Counted.Of(blog.Pages, "page")}, {Counted.Of(blog.Comments, "comment")}"
                    );
                }

                return ExitCode.Refused;
            case ImportOutcome.Refused refused:
                Terminal.Complain(refused.Sentence);
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException($"An import ended as {outcome.GetType().Name}.");
        }
    }

    private static async Task SayNextAsync(
        ImportReport report,
        ImportRequest request,
        PaperPlace place,
        NextCommands next,
        CancellationToken stop
    )
    {
        using var alone = FolderLock.TryTake(place.Folder);
        if (alone is null)
        {
            Terminal.Say("The paper is being served: readers have it in a second or two.");
            return;
        }

        var paper = await PreparePaper.RunAsync(place, home: null, stop);
        // Where it was is only an offer: whether the name moves along, nobody but the operator knows.
        var home = request.Sites.Select(site => site.AbsoluteUri).Concat(report.OldHomes).FirstOrDefault();
        Terminal.Say(
            paper.Home is not null
                ? $"Next, to read it: {next.Serve}"
                : $"Next, to read it: {next.Serve}\n"
                    + $"When the world can find it under a name of its own, say that once, for feeds and the sitemap: {next.Serve} --home {home ?? "https://paper.example/"}"
        );
    }
}
