using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Pamphlet.Doctor;

/// <summary>The certificate that an address shows: how long it holds, and whether browsers believe it.</summary>
internal sealed class ServedCertificate
{
    private const string Subject = "certificate";
    private const string Renew = "certbot renew    (Caddy renews by itself: journalctl -u caddy)";
    private const int Soon = 14;
    private const long Largest = 8 << 20;

    private DateTimeOffset? until;
    private SslPolicyErrors faults;

    /// <summary>A client that notes the certificate and goes on: what is wrong with it is one finding and not the last.</summary>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The client owns its handler."
    )]
    [SuppressMessage(
        "Security",
        "CA5359:Do not disable certificate validation",
        Justification = "Nothing is sent, and what comes is compared; the fault itself is what is looked for, and is told."
    )]
    public HttpClient Client(TimeSpan patience)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            faults = errors;
            until = certificate is X509Certificate2 shown ? new DateTimeOffset(shown.NotAfter) : null;
            return true;
        };
        return new HttpClient(handler, disposeHandler: true)
        {
            Timeout = patience,
            MaxResponseContentBufferSize = Largest,
        };
    }

    /// <returns>Nothing where the address shows none.</returns>
    public IEnumerable<Finding> Judge(DateTimeOffset now)
    {
        if (until is not { } end)
        {
            yield break;
        }

        var days = (int)(end - now).TotalDays;
        var said = string.Create(CultureInfo.InvariantCulture, $"It holds until {end:yyyy-MM-dd}");
        yield return end <= now
            ? Finding.Wrong(
                Subject,
                $"It ran out on {end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.",
                Renew
            )
        : faults.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? Finding.Wrong(Subject, "It is another name's: browsers refuse it.", Renew)
        : faults != SslPolicyErrors.None
            ? Finding.Wrong(Subject, "Browsers do not believe it: nobody whom they know signed it.", Renew)
        : days < Soon ? Finding.Warn(Subject, $"{said}, {days} days.", Renew)
        : Finding.Good(Subject, $"{said}, and browsers believe it.");
    }
}
