using System.Net.Http.Headers;
using System.Text;
using Pamphlet.Desk;

namespace Pamphlet.Tests.Desk;

public sealed class DoorTests
{
    [Fact]
    public async Task Every_page_is_kept_by_nobody_framed_by_nobody_and_tells_nobody()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();
        using var stranger = desk.Browse();

        foreach (
            var answer in new[]
            {
                await mai.GetAsync("/desk"),
                await mai.GetAsync("/desk/nowhere"),
                await mai.GetAsync("/desk/style.css"),
                await stranger.GetAsync("/desk"),
                await stranger.GetAsync("/desk/sign-in"),
                await stranger.PostBareAsync("/desk/sign-in"),
            }
        )
        {
            Assert.Equal("no-store", answer.Raw.Headers.CacheControl!.ToString());
            Assert.Equal("no-referrer", answer.Raw.Headers.GetValues("Referrer-Policy").Single());
            var policy = answer.Raw.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_cookies_live_in_the_desk_and_end_with_the_browser()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.AddEditorAsync("mai");
        using var browser = desk.Browse();

        var entered = await browser.PostAsync("/desk/sign-in", ("name", "mai"), ("passphrase", TestDesk.Passphrase));

        var cookies = entered.Raw.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(
            cookies,
            cookie =>
            {
                Assert.Contains("path=/desk; samesite=strict; httponly", cookie, StringComparison.Ordinal);
                Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("max-age", cookie, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    [Fact]
    public async Task Behind_tls_a_cookie_is_never_sent_without_it()
    {
        await using var desk = await TestDesk.StartAsync();
        using var browser = desk.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(desk.Address, "/desk/sign-in"));
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

        using var answer = await client.SendAsync(request, TestDesk.Cancel);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Secure-desk-door=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_larger_than_its_bound_is_refused_in_words()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();

        var answer = await mai.PostAsync("/desk/sign-out", ("text", new string('x', 70_000)));

        Assert.Equal(413, answer.Status);
        Assert.Equal("This is too large", answer.Heading);
    }

    [Theory]
    [InlineData("text/plain", "form-token=x")]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf")]
    [InlineData("", "")]
    public async Task What_is_no_form_is_refused_in_words(string type, string body)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = type.Length > 0 ? MediaTypeHeaderValue.Parse(type) : null;

        var answer = await mai.SendAsync(HttpMethod.Post, "/desk/sign-out", content);

        Assert.Equal(400, answer.Status);
        Assert.Equal("The form arrived broken", answer.Heading);
    }

    [Fact]
    public async Task A_form_in_parts_is_read_like_one_in_a_line()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(FormToken.Make(mai.Cookie(DeskCookie.Session)!)), FormToken.Field },
            { new ByteArrayContent([1, 2, 3]), "file", "Screenshot of Mai's phone.PNG" },
        };

        var answer = await mai.SendAsync(HttpMethod.Post, "/desk/sign-out", form);

        Assert.Equal("/desk/sign-in", answer.Location);
    }

    [Fact]
    public async Task A_page_that_does_not_exist_says_so_in_the_desks_own_frame()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();

        var answer = await mai.GetAsync("/desk/nowhere/at/all");

        Assert.Equal(404, answer.Status);
        Assert.Equal("There is no such page", answer.Heading);
    }
}
