using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Founding;
using Pamphlet.Posts;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Tests.Writing;

/// <summary>The program itself, killed while it saves, again and again.</summary>
public sealed class KilledTests(ITestOutputHelper output)
{
    // The house's own number is 200: PAMPHLET_KILLS=200. Here as many as a minute holds.
    private static readonly int Rounds = int.TryParse(
        Environment.GetEnvironmentVariable("PAMPHLET_KILLS"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var asked
    )
        ? asked
        : 5;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_was_said_to_be_saved_is_there_after_the_program_was_killed()
    {
        var folder = Directory.CreateTempSubdirectory("pamphlet-killed-").FullName;
        var address = DatabaseAddress.InFolder(folder);
        Assert.Null(await MigrateDatabase.RunAsync(address, Now));
        var (token, post) = await PrepareAsync(address);
        var (said, sent) = ("", "");
        var number = 0;
        var acknowledged = 0;
        for (var round = 0; round < Rounds; round++)
        {
            using var program = Start(folder);
            var at = await AddressOfAsync(program);
            using var client = Client(at, token);
            for (var i = 0; i <= round % 7; i++)
            {
                sent = $"Save {++number}.";
                Assert.Equal(HttpStatusCode.SeeOther, (await SaveAsync(client, post, said, sent)).StatusCode);
                said = sent;
                acknowledged++;
            }

            sent = $"Save {++number}.";
#pragma warning disable CA2025 // It is awaited below, whatever became of it.
            var inFlight = SaveAsync(client, post, said, sent);
#pragma warning restore CA2025
            program.Kill();
            await program.WaitForExitAsync(Now);
            var isAcknowledged = await IsAcknowledgedAsync(inFlight);

            await using var database = address.Open();
            var stands = await database.Set<Post>().AsNoTracking().SingleAsync(one => one.Id == post, Now);
            var versions = await database
                .Set<Revision>()
                .Where(one => one.PostId == post)
                .OrderBy(one => one.Number)
                .Select(one => one.Markdown)
                .ToListAsync(Now);
            Assert.True(
                stands.Markdown == sent || (stands.Markdown == said && !isAcknowledged),
                $"«{said}» was saved, and «{stands.Markdown}» stands."
            );
            // No half state: each text that stood has its version, and no other.
            Assert.Equal(versions.Count, versions.Distinct(StringComparer.Ordinal).Count());
            Assert.DoesNotContain(stands.Markdown, versions);
            Assert.Contains(said == stands.Markdown ? versions[^1] : said, versions);
            said = stands.Markdown;
        }

        output.WriteLine($"{Rounds} kills, {acknowledged} saves acknowledged before them, none lost");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(string Token, PostId Post)> PrepareAsync(DatabaseAddress address)
    {
        await using var database = address.Open();
        var paper = await FoundStarterPaper.RunAsync(database, Now);
        var editor = new Editor
        {
            Id = RowIds.New<EditorId>(),
            PublicationId = paper.Id,
            UserName = "mai",
            NormalizedUserName = "MAI",
            PasswordHash = "none",
            SecurityStamp = "a stamp",
            Acts = Acts.Of(Act.Write),
            JoinedOn = new DateOnly(2026, 11, 1),
        };
        database.Add(editor);
        await database.SaveChangesAsync(Now);
        var token = await new SessionStore(
            database,
            new SessionPauses(TimeProvider.System),
            TimeProvider.System
        ).BeginAsync(editor, Now);
        var post = await BeginText.RunAsync(
            database,
            paper,
            "A draft",
            PostKind.Post,
            Language.English,
            TimeProvider.System,
            Now
        );
        return (token, post);
    }

    private static Process Start(string folder) =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "Pamphlet.dll"),
                    "serve",
                    "--data",
                    folder,
                    "--urls",
                    "http://127.0.0.1:0",
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    private static async Task<Uri> AddressOfAsync(Process program)
    {
        while (await program.StandardOutput.ReadLineAsync(Now) is { } line)
        {
            if (line.Contains("http://127.0.0.1", StringComparison.Ordinal))
            {
                return new Uri(new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim()), "/");
            }
        }

        Assert.Fail(await program.StandardError.ReadToEndAsync(Now));
        return null!;
    }

    private static HttpClient Client(Uri at, string token)
    {
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            BaseAddress = at,
        };
        client.DefaultRequestHeaders.Add("Cookie", $"{DeskCookie.Session}={token}");
        client.DefaultRequestHeaders.Add("X-Token", token);
        return client;
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient client, PostId post, string opened, string words)
    {
        var token = client.DefaultRequestHeaders.GetValues("X-Token").Single();
        var form = new FormUrlEncodedContent([
            new(FormToken.Field, FormToken.Make(token)),
            new("opened", new DraftWords("A draft", "", "", opened).Fingerprint),
            new("sitting", KeepUnsaved.NewSitting()),
            new("title", "A draft"),
            new("words", words),
            new("save", "1"),
        ]);
        return client.PostAsync(new Uri(TextAddress.Of(post), UriKind.Relative), form, Now);
    }

    private static async Task<bool> IsAcknowledgedAsync(Task<HttpResponseMessage> answer)
    {
        try
        {
            return (await answer).StatusCode == HttpStatusCode.SeeOther;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
