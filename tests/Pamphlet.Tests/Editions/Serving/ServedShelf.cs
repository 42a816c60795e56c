using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pamphlet.Editions;
using Pamphlet.Editions.Fast;
using Pamphlet.Web;

namespace Pamphlet.Tests.Editions.Serving;

/// <summary>A shelf behind a real server: with the fast lane in front of it, or the plain middleware alone.</summary>
internal sealed class ServedShelf : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TestShelf test;
    private readonly bool ownsShelf;

    private ServedShelf(WebApplication app, TestShelf test, bool ownsShelf)
    {
        this.app = app;
        this.test = test;
        this.ownsShelf = ownsShelf;
    }

    public FakeTimeProvider Time { get; private init; } =
        new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public PopularCount Popular { get; private init; } = new();

    public LaneClock? Clock { get; private init; }

    public TestShelf Shelf => test;

    public IPEndPoint Address { get; private init; } = new(IPAddress.Loopback, 0);

    public static async Task<ServedShelf> StartAsync(
        bool isFast,
        TestShelf? shelf = null,
        bool encrypted = false,
        OnionLocation? onion = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var served = new ServedShelf(null!, shelf ?? new TestShelf(), shelf is null);
        var clock = new LaneClock(served.Time);
        builder.Services.Configure<SocketTransportOptions>(options => options.UnsafePreferInlineScheduling = isFast);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    if (encrypted)
                    {
                        listen.UseHttps(Certificate());
                    }

                    if (isFast)
                    {
                        new FastLane(served.test.Shelf, served.Popular, clock, onion).Use(listen);
                    }
                }
            );
        });

        var built = builder.Build();
        var serve = new ServeEdition(served.test.Shelf, served.Popular);
        if (onion is not null)
        {
            built.Use(onion.InvokeAsync);
        }

        built.Use(serve.InvokeAsync);
        built.MapPost("/form", (HttpRequest request) => new StreamReader(request.Body).ReadToEndAsync());
        built.MapGet("/asked", (string q) => q);
        built.MapFallback("{**path}", serve.NotFoundAsync);
        await built.StartAsync(TestContext.Current.CancellationToken);
        var address = built.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new ServedShelf(built, served.test, served.ownsShelf)
        {
            Time = served.Time,
            Popular = served.Popular,
            Clock = clock,
            Address = IPEndPoint.Parse(new Uri(address.First()).Authority),
        };
    }

    public Task<RawClient> ConnectAsync(bool encrypted = false) => RawClient.ConnectAsync(Address, encrypted);

    /// <summary>One request on a connection of its own.</summary>
    public async Task<RawAnswer?> AskAsync(string request, bool isHead = false)
    {
        await using var client = await ConnectAsync();
        await client.SendAsync(request);
        return await client.ReadAsync(isHead);
    }

    public Task<RawAnswer?> GetAsync(string target, params string[] headers) =>
        AskAsync($"GET {target} HTTP/1.1\r\nHost: paper\r\n{string.Concat(headers.Select(line => line + "\r\n"))}\r\n");

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Clock?.Dispose();
        if (ownsShelf)
        {
            test.Dispose();
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var signed = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), password: null);
    }
}
