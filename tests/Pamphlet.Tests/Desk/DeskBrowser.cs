using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Pamphlet.Desk;
using Pamphlet.Editors;

namespace Pamphlet.Tests.Desk;

/// <summary>Somebody's browser: keeps cookies, follows nothing by itself, and fills in forms.</summary>
internal sealed class DeskBrowser : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private readonly Uri address;

    public DeskBrowser(TestDesk desk)
        : this(desk.Address) { }

    public DeskBrowser(Uri desk)
    {
        address = desk;
        client = new HttpClient(
            new SocketsHttpHandler
            {
                CookieContainer = cookies,
                AllowAutoRedirect = false,
                UseProxy = false,
            }
        )
        {
            BaseAddress = address,
        };
    }

    /// <summary>Who it is; null: nobody has signed in here.</summary>
    public Editor? Editor { get; set; }

    public void Hold(string cookie, string value) => cookies.Add(new Cookie(cookie, value, "/desk", address.Host));

    public string? Cookie(string name) => cookies.GetCookies(new Uri(address, "/desk"))[name]?.Value;

    public async Task<DeskAnswer> GetAsync(string path) =>
        await DeskAnswer.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative), TestDesk.Cancel));

    /// <summary>Sends a form with a good token; a field may come twice.</summary>
    public async Task<DeskAnswer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        if (Cookie(DeskCookie.Session) is null && Cookie(DeskCookie.Door) is null)
        {
            // A browser has seen the form before it sends it.
            _ = await GetAsync("/desk/sign-in");
        }

        var secret = Cookie(DeskCookie.Session) ?? Cookie(DeskCookie.Door)!;
        return await PostBareAsync(path, [.. fields, (FormToken.Field, FormToken.Make(secret))]);
    }

    /// <summary>Sends a form as it is.</summary>
    public async Task<DeskAnswer> PostBareAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
        );
        return await SendAsync(HttpMethod.Post, path, form);
    }

    public async Task<DeskAnswer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        return await DeskAnswer.ReadAsync(await client.SendAsync(request, TestDesk.Cancel));
    }

    public void Dispose() => client.Dispose();
}

/// <summary>What the desk answered.</summary>
internal sealed record DeskAnswer(int Status, string? Location, IHtmlDocument Page, HttpResponseMessage Raw)
{
    /// <summary>What a person reads, without its style and its blanks.</summary>
    public string Text =>
        string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Heading => Page.QuerySelector("h1")?.TextContent ?? "";

    /// <summary>What the page says about the field of this name, or null: nothing.</summary>
    public string? MessageAt(string field) => Page.QuerySelector($"#f-{field}-message")?.TextContent;

    /// <summary>What stands in a field.</summary>
    public string Value(string field) =>
        Page.QuerySelector($"[name='{field}']") switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlInputElement input => input.Value,
            _ => throw new Xunit.Sdk.XunitException($"There is no field {field} on «{Heading}»."),
        };

    public static async Task<DeskAnswer> ReadAsync(HttpResponseMessage answer) =>
        new(
            (int)answer.StatusCode,
            answer.Headers.Location?.OriginalString,
            await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestDesk.Cancel)),
            answer
        );
}
