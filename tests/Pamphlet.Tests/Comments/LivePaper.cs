using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pamphlet.Comments;
using Pamphlet.Comments.Moderating;
using Pamphlet.Comments.Writing;
using Pamphlet.Editions;
using Pamphlet.Forms;
using Pamphlet.Founding;
using Pamphlet.Letters;
using Pamphlet.Letters.Sending;
using Pamphlet.Publications;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Editions;
using Pamphlet.Web;

namespace Pamphlet.Tests.Comments;

/// <summary>The starter paper behind a real server, with its readers' forms, at a time that stands still.</summary>
internal sealed class LivePaper : IAsyncDisposable
{
    public const string Post = "2026/11/what-a-paper-is-for.html";

    private readonly TestDatabase database;
    private readonly WebApplication app;
    private readonly TestShelf shelf;
    private readonly Press press;
    private readonly HttpClient client;

    private LivePaper(TestDatabase database, WebApplication app, TestShelf shelf, Press press, FakeTimeProvider time)
    {
        (this.database, this.app, this.shelf, this.press, Time) = (database, app, shelf, press, time);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.First());
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = Address,
        };
    }

    public FakeTimeProvider Time { get; }

    public Uri Address { get; }

    public TestShelf Shelf => shelf;

    /// <summary>Which of tor's circuits the next requests come through; null: none.</summary>
    public long? Circuit { get; set; }

    /// <summary>What the browser keeps.</summary>
    public string? Cookie { get; set; }

    public static async Task<LivePaper> StartAsync(TestDatabase database, Func<TimeProvider, LetterBox>? letters = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        await using (var open = database.Open())
        {
            await FoundStarterPaper.RunAsync(open, TestContext.Current.CancellationToken);
        }

        var shelves = new TestShelf();
        var printing = new Press(database.Address, shelves.Shelf);
        await printing.PublishAsync(TestContext.Current.CancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(database.Address);
        builder.Services.AddSingleton(new FormPages(printing.CatalogueAsync));
        builder.Services.AddSingleton<FormTokens>();
        ReadersDoor.Add(builder.Services);
        if (letters is not null)
        {
            var box = letters(time);
            printing.TakesLetters = () => box.IsOpen;
            builder.Services.AddSingleton(box);
            LettersDoor.Add(builder.Services);
        }

        builder.Services.RemoveAll<IHostedService, Pamphlet.Letters.KeepRustling>();
        builder.Services.RemoveAll<IHostedService, Pamphlet.Comments.Keeping.KeepPromises>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Use(
            (context, next) =>
            {
                if (context.Request.Headers["Test-Circuit"] is [{ } circuit])
                {
                    context.Features.Set(new Circuit(long.Parse(circuit, null)));
                }

                return next(context);
            }
        );
        var edition = new ServeEdition(shelves.Shelf, new PopularCount());
        server.Use(edition.InvokeAsync);
        ReadersDoor.Map(server);
        if (letters is not null)
        {
            LettersDoor.Map(server);
        }

        server.MapFallback("{*address}", edition.NotFoundAsync);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new LivePaper(database, server, shelves, printing, time);
    }

    public Database Open() => database.Open();

    public async Task<IReadOnlyList<Comment>> CommentsAsync()
    {
        await using var open = Open();
        return await open.Set<Comment>()
            .AsNoTracking()
            .OrderBy(comment => comment.ThreadPath)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As the editors would at the desk.</summary>
    public async Task SettleAsync(Action<DiscussionSettings> change)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var open = Open();
        await using var transaction = await open.Database.BeginTransactionAsync(cancel);
        change(await new SettingsStore(open, new PublicationId(1)).ChangePaperAsync(cancel));
        await open.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Everything that waits becomes public, and the edition shows it.</summary>
    public async Task PublishAllAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using (var open = Open())
        {
            var waiting = await open.Set<Comment>()
                .Where(one => one.State == CommentState.Pending)
                .Select(one => one.Id)
                .ToListAsync(cancel);
            var decide = new DecideComment(open, new PublicationId(1), Time);
            foreach (var id in waiting)
            {
                await decide.RunAsync(id, CommentState.Pending, because: null, "", editor: 1, cancel);
            }
        }

        await PublishAsync();
    }

    public Task PublishAsync() => press.PublishAsync(TestContext.Current.CancellationToken);

    public Task<LiveAnswer> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    /// <summary>What a reader has before them once they pressed «Write a comment» or «Reply».</summary>
    public async Task<LiveAnswer> OpenFormAsync(string to = "", string post = Post) =>
        await GetAsync($"comment.html?post={Uri.EscapeDataString(post)}&to={to}");

    /// <summary>Presses a form's button, with what its fields hold and what is typed over it.</summary>
    public Task<LiveAnswer> PressAsync(LiveAnswer page, params (string Name, string Value)[] typed)
    {
        var form = page.Document.QuerySelector("main form")!;
        var fields = form.QuerySelectorAll("input[name], textarea[name]")
            .Where(field => field is not IHtmlInputElement { Type: "checkbox", IsChecked: false })
            .ToDictionary(
                field => field.GetAttribute("name")!,
                field => field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? "",
                StringComparer.Ordinal
            );
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return PostAsync(form.GetAttribute("action")!, fields);
    }

    public Task<LiveAnswer> PostAsync(string address, IReadOnlyDictionary<string, string> fields) =>
        SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Opens the form, takes some time, and sends.</summary>
    public async Task<LiveAnswer> WriteAsync(string text, string to = "", params (string Name, string Value)[] more)
    {
        var form = await OpenFormAsync(to);
        Time.Advance(TimeSpan.FromSeconds(30));
        return await PressAsync(form, [("text", text), .. more]);
    }

    public async Task<LiveAnswer> SendAsync(HttpRequestMessage request)
    {
        if (Circuit is { } circuit)
        {
            request.Headers.Add("Test-Circuit", $"{circuit}");
        }

        if (Cookie is { } cookie)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var sent = request;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            Cookie = cookies.First().Split(';')[0];
        }

        return new LiveAnswer(
            (int)response.StatusCode,
            response.Headers,
            await new HtmlParser().ParseDocumentAsync(body, TestContext.Current.CancellationToken)
        );
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        press.Dispose();
        shelf.Dispose();
    }
}

internal sealed record LiveAnswer(int Status, HttpResponseHeaders Headers, IHtmlDocument Document)
{
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string Words => Document.QuerySelector("main")!.TextContent;

    /// <summary>The code that the page shows, once.</summary>
    public string Code => Document.QuerySelector("#code + .code")!.TextContent;

    public string? TrustCode => Document.QuerySelector("#trust + .code")?.TextContent;

    /// <summary>What is said to be wrong.</summary>
    public string Faults =>
        string.Join(' ', Document.QuerySelectorAll(".faults li").Select(fault => fault.TextContent));

    /// <summary>What the text field still holds.</summary>
    public string Typed => (Document.QuerySelector("textarea") as IHtmlTextAreaElement)?.Value ?? "";
}

internal static class ServiceRemoval
{
    public static void RemoveAll<TService, TImplementation>(this IServiceCollection services)
    {
        foreach (
            var service in services
                .Where(one => one.ServiceType == typeof(TService) && one.ImplementationType == typeof(TImplementation))
                .ToList()
        )
        {
            services.Remove(service);
        }
    }
}
