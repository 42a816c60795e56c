using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pamphlet.Doctor;
using Pamphlet.Editions.Shelving;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Editions;
using Pamphlet.Web;

namespace Pamphlet.Tests.Doctor;

/// <summary>What stands between a paper and its readers: the paper itself, and proxies that do one thing wrong.</summary>
public sealed class ServedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_paper_itself_believes_nobody_and_tells_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.Press.PublishAsync(Cancel);

        var found = await AskAsync(
            new Patient(desk.Folder, desk.Database.Address, desk.Time) { Address = desk.Address }
        );

        Assert.Equal(2, found.Count);
        Assert.All(found, finding => Assert.Equal(Verdict.Good, finding.Verdict));
    }

    [Theory]
    [InlineData("Server", "nginx/1.22.1", "Warn", "server_tokens")]
    [InlineData("X-Powered-By", "something", "Warn", "server_tokens")]
    [InlineData("CF-Ray", "8c", "Warn", "straight at this machine")]
    [InlineData("Via", "1.1 varnish", "Warn", "straight at this machine")]
    [InlineData("Set-Cookie", "id=1", "Wrong", "packaging/proxy")]
    [InlineData("NEL", "{}", "Wrong", "packaging/proxy")]
    public async Task A_header_that_a_proxy_adds_is_named(string name, string value, string verdict, string remedy)
    {
        await using var proxy = await ProxyAsync(context => context.Response.Headers[name] = value);

        var found = await proxy.AskAsync();

        var worst = found.MaxBy(finding => finding.Verdict)!;
        Assert.Equal(verdict, $"{worst.Verdict}");
        Assert.Contains(found, finding => finding.Remedy.Contains(remedy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_proxy_that_takes_the_papers_headers_away_or_changes_the_page_is_wrong()
    {
        await using var bare = await ProxyAsync(context => context.Response.Headers.Remove("Content-Security-Policy"));
        await using var changed = await ProxyAsync(_ => { }, after: "<!-- minified -->"u8.ToArray());

        Assert.Contains(
            await bare.AskAsync(),
            finding => finding.Said.Contains("own headers", StringComparison.Ordinal)
        );
        Assert.Contains(
            await changed.AskAsync(),
            finding =>
                finding.Verdict == Verdict.Wrong && finding.Said.Contains("not the newest", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_proxy_that_believes_who_writes_a_host_into_a_header_is_wrong()
    {
        await using var proxy = await ProxyAsync(context =>
            context.Response.Headers.ContentLocation =
                $"https://{context.Request.Headers["X-Forwarded-Host"].FirstOrDefault() ?? "paper.example"}/"
        );

        Assert.Contains(
            await proxy.AskAsync(),
            finding => finding.Remedy.Contains("X-Forwarded-Host", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(-20, -1, "ran out")]
    [InlineData(-1, 90, "another name")]
    public async Task A_certificate_that_browsers_refuse_is_wrong(int from, int to, string said)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest(
            "CN=other.example",
            key,
            HashAlgorithmName.SHA256
        ).CreateSelfSigned(now.AddDays(from), now.AddDays(to));
        await using var proxy = await ProxyAsync(_ => { }, certificate: certificate);

        var found = await proxy.AskAsync();

        Assert.Contains(
            found,
            finding =>
                finding is { Subject: "certificate", Verdict: Verdict.Wrong }
                && finding.Said.Contains(said, StringComparison.Ordinal)
        );
        Assert.Contains(found, finding => finding.Remedy.Contains("Strict-Transport", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_onion_that_pages_over_tls_do_not_name_is_a_warning()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1),
            TimeProvider.System.GetUtcNow().AddDays(90)
        );
        await using var proxy = await ProxyAsync(_ => { }, certificate: certificate);
        await File.WriteAllTextAsync(proxy.Paper.In("onion-address"), "abc.onion", Cancel);

        Assert.Contains(
            await proxy.AskAsync(),
            finding => finding.Remedy.Contains("X-Forwarded-Proto", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_address_where_nothing_answers_is_wrong_and_none_at_all_is_a_warning()
    {
        using var paper = await TestPatient.MakeAsync();

        Assert.Equal(Verdict.Warn, await paper.WorstAsync("address"));
        paper.Patient = paper.Patient with { Address = new Uri("http://127.0.0.1:9/") };
        Assert.Equal(Verdict.Wrong, await paper.WorstAsync("address"));
    }

    private static async Task<IReadOnlyList<Finding>> AskAsync(Patient patient) =>
        await CheckServed.RunAsync(patient, Cancel);

    private static async Task<Proxy> ProxyAsync(
        Action<HttpContext> spoil,
        byte[]? after = null,
        X509Certificate2? certificate = null
    )
    {
        var paper = await TestPatient.MakeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    if (certificate is not null)
                    {
                        listen.UseHttps(certificate);
                    }
                }
            );
        });
        var app = builder.Build();
        var page = FrontPageOf(paper);
        app.Run(async context =>
        {
            context.Response.Headers.ContentSecurityPolicy = PageHeaders.Policy;
            spoil(context);
            await context.Response.Body.WriteAsync((byte[])[.. page, .. after ?? []], Cancel);
        });
        await app.StartAsync(Cancel);
        paper.Patient = paper.Patient with { Address = new Uri(app.Urls.First()) };
        return new Proxy(app, paper);
    }

    private static byte[] FrontPageOf(TestPatient paper) =>
        Encoding.UTF8.GetBytes(TestShelf.Read(EditionShelf.OpenToRead(paper.In("shelf")).Current)["data/index.html"]);

    private sealed record Proxy(WebApplication App, TestPatient Paper) : IAsyncDisposable
    {
        public Task<IReadOnlyList<Finding>> AskAsync() => ServedTests.AskAsync(Paper.Patient);

        public async ValueTask DisposeAsync()
        {
            await App.StopAsync(CancellationToken.None);
            await App.DisposeAsync();
            Paper.Dispose();
        }
    }
}
