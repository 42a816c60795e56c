using System.Net.Http.Headers;
using Pamphlet.Editions.Shelving;
using Pamphlet.Onion;
using Pamphlet.Seal;

namespace Pamphlet.Doctor;

/// <summary>
/// Reads the front page where readers do, and looks at what stands between: who sees them there, what is added, taken away,
/// kept, or believed that anybody may write.
/// </summary>
internal static class CheckServed
{
    private const string Subject = "address";
    private const string Lie = "lie.invalid";
    private const string ProxyRecipe = "packaging/proxy/nginx.conf or Caddyfile of the program, whole";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // By what a network that carries the page for others makes itself known.
    private static readonly string[] Strangers =
    [
        "CF-Ray",
        "X-Served-By",
        "X-Amz-Cf-Id",
        "X-Fastly-Request-ID",
        "X-Akamai-Transformed",
        "X-Varnish",
        "X-Cache",
        "Via",
    ];

    public static async Task<IReadOnlyList<Finding>> RunAsync(Patient patient, CancellationToken cancellationToken)
    {
        if (patient.Address is not { } address)
        {
            return
            [
                Finding.Warn(
                    Subject,
                    "Where readers find the paper was not said, so nobody looked there.",
                    "pamphlet doctor --address https://paper.example/"
                ),
            ];
        }

        var seen = new ServedCertificate();
        using var client = seen.Client(Patience);
        try
        {
            using var plain = await AskAsync(client, address, lies: false, cancellationToken);
            using var lied = await AskAsync(client, address, lies: true, cancellationToken);
            var page = await plain.Content.ReadAsByteArrayAsync(cancellationToken);
            return
            [
                .. seen.Judge(patient.Time.GetUtcNow()),
                .. Head(plain, address),
                .. await LiesAsync(plain, lied, page, cancellationToken),
                .. Onion(patient, plain, address),
                Page(patient, page),
            ];
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return
            [
                Finding.Wrong(
                    Subject,
                    $"{address} does not answer: {(lost is OperationCanceledException ? "it takes too long" : lost.Message)}",
                    "systemctl status pamphlet    (and look at the proxy)"
                ),
            ];
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(
        HttpClient client,
        Uri address,
        bool lies,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Mozilla", "5.0"));
        if (lies)
        {
            request.Headers.Add("X-Forwarded-Host", Lie);
            request.Headers.Add("X-Forwarded-For", "127.0.0.1");
            request.Headers.Add("X-Forwarded-Prefix", $"/{Lie}");
            request.Headers.Add("X-Original-URL", $"/{Lie}");
            request.Headers.Add("Forwarded", $"for=127.0.0.1;host={Lie}");
        }

        return await client.SendAsync(request, cancellationToken);
    }

    private static IEnumerable<Finding> Head(HttpResponseMessage answer, Uri address)
    {
        if ((int)answer.StatusCode is >= 300 and < 400)
        {
            yield return Finding.Warn(
                Subject,
                $"{address} leads on to {answer.Headers.Location}.",
                $"pamphlet doctor --address {answer.Headers.Location}"
            );
            yield break;
        }

        if (!answer.IsSuccessStatusCode)
        {
            yield return Finding.Wrong(
                Subject,
                $"{address} answers {(int)answer.StatusCode}.",
                "systemctl status pamphlet    (and look at the proxy)"
            );
            yield break;
        }

        foreach (var finding in Marks(answer))
        {
            yield return finding;
        }

        if (!Has(answer, "Content-Security-Policy"))
        {
            yield return Finding.Wrong(Subject, "The paper's own headers do not reach readers.", ProxyRecipe);
        }

        if (IsTls(address) && !Has(answer, "Strict-Transport-Security"))
        {
            yield return Finding.Warn(
                Subject,
                "Browsers may be led to the paper without a lock.",
                "add_header Strict-Transport-Security \"max-age=31536000\" always;"
            );
        }
        else if (address is { Scheme: "http", IsLoopback: false } && !IsOnion(address))
        {
            yield return Finding.Warn(
                Subject,
                "Everybody on the way sees who reads what: the address has no TLS.",
                "docs/operate.md, «Behind a proxy»    (Caddy gets a certificate by itself)"
            );
        }
    }

    /// <summary>What somebody in between adds.</summary>
    private static IEnumerable<Finding> Marks(HttpResponseMessage answer)
    {
        foreach (var name in Strangers.Where(name => Has(answer, name)))
        {
            yield return Finding.Warn(
                Subject,
                $"{name} stands on the page: somebody in between carries or keeps it, and sees every reader.",
                "Point the name straight at this machine; docs/operate.md, «Behind a proxy»"
            );
        }

        if (Has(answer, "Set-Cookie") || Has(answer, "NEL") || Has(answer, "Report-To"))
        {
            yield return Finding.Wrong(
                Subject,
                "Something between the paper and its readers marks them, or has them report: the paper sets no cookie.",
                ProxyRecipe
            );
        }

        if (Has(answer, "Server") || Has(answer, "X-Powered-By"))
        {
            yield return Finding.Warn(
                Subject,
                $"The page says which program serves it: {string.Join(' ', answer.Headers.Server)}. That helps whoever breaks in.",
                "server_tokens off;    (nginx; in Caddy: header -Server)"
            );
        }
    }

    private static async Task<IReadOnlyList<Finding>> LiesAsync(
        HttpResponseMessage plain,
        HttpResponseMessage lied,
        byte[] page,
        CancellationToken cancellationToken
    )
    {
        var other = await lied.Content.ReadAsByteArrayAsync(cancellationToken);
        var isSame =
            plain.StatusCode == lied.StatusCode
            && page.AsSpan().SequenceEqual(other)
            && !$"{lied.Headers}{lied.Content.Headers}".Contains(Lie, StringComparison.OrdinalIgnoreCase);
        return
        [
            isSame
                ? Finding.Good(Subject, "What anybody may write into X-Forwarded-… changes nothing.")
                : Finding.Wrong(
                    Subject,
                    "Something believes X-Forwarded-… of strangers: links could be turned to another host.",
                    "proxy_set_header X-Forwarded-Host \"\";    (and For, Prefix, Forwarded)"
                ),
        ];
    }

    private static IEnumerable<Finding> Onion(Patient patient, HttpResponseMessage answer, Uri address)
    {
        if (IsTls(address) && AnnouncedOnion.In(patient.Folder) is { } onion)
        {
            var named = answer.Headers.TryGetValues("Onion-Location", out var values) ? values.First() : "";
            yield return named.StartsWith(onion, StringComparison.Ordinal)
                ? Finding.Good(Subject, "Tor Browser is told of the onion address.")
                : Finding.Warn(
                    Subject,
                    "Tor Browser is not told of the onion address: the paper does not learn that it is read over TLS.",
                    "proxy_set_header X-Forwarded-Proto $scheme;"
                );
        }
    }

    private static Finding Page(Patient patient, byte[] page)
    {
        var shelf = EditionShelf.OpenToRead(patient.In("shelf"));
        return shelf.Current is not { } edition || !edition.TryFind("data/index.html"u8, out var front)
                ? Finding.Warn(Subject, "There is no edition here to compare the page with.", "pamphlet serve")
            : front.Hash == ContentHash.Of(page)
                ? Finding.Good(Subject, "The front page comes through byte for byte as the newest edition has it.")
            : Finding.Wrong(
                Subject,
                "The front page that readers get is not the newest edition's: something keeps an old one, changes it, or serves another paper.",
                $"curl -s ADDRESS | sha256sum    (the newest is {front.Hash})"
            );
    }

    private static bool Has(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.Contains(name) || answer.Content.Headers.NonValidated.Contains(name);

    private static bool IsTls(Uri address) =>
        string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);

    private static bool IsOnion(Uri address) => address.Host.EndsWith(".onion", StringComparison.OrdinalIgnoreCase);
}
