using System.Text.RegularExpressions;

namespace Pamphlet.Doctor;

/// <summary>What proxies of this machine are told to keep. As it comes, nginx writes each request to a log and spools letters to the disk.</summary>
internal static partial class CheckProxyFiles
{
    private const string Subject = "proxy";
    private const string Recipe =
        "packaging/proxy/nginx.conf of the program, as /etc/nginx/nginx.conf; then: nginx -s reload";

    private static readonly (string Folder, string[] Logs)[] Known =
    [
        ("etc/nginx", ["var/log/nginx/access.log", "var/log/nginx/error.log"]),
        ("etc/caddy", ["var/log/caddy/access.log"]),
        ("etc/apache2", ["var/log/apache2/access.log", "var/log/apache2/error.log"]),
    ];

    public static IEnumerable<Finding> Run(Patient patient)
    {
        var here = Known.Where(proxy => Directory.Exists(patient.At(proxy.Folder))).ToList();
        if (here.Count == 0)
        {
            yield return Finding.Good(Subject, "No proxy that we know has settings on this machine.");
            yield break;
        }

        var kept = here.SelectMany(proxy => proxy.Logs).FirstOrDefault(log => Holds(patient, log));
        yield return kept is null
            ? Finding.Good(Subject, "No proxy's log of requests holds anything.")
            : Finding.Wrong(
                Subject,
                $"/{kept} holds requests: who read what, and when.",
                $"shred -u /{kept}    (after the proxy was told to keep none)"
            );
        if (Directory.Exists(patient.At("etc/nginx")))
        {
            foreach (var finding in Nginx(Settings(patient)))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Nginx(string settings)
    {
        if (Logging().Match(settings) is { Success: true } log)
        {
            yield return Finding.Wrong(Subject, $"nginx is told to keep requests: {log.Value.Trim()}", Recipe);
        }
        else if (!settings.Contains("access_log off", StringComparison.Ordinal))
        {
            yield return Finding.Wrong(
                Subject,
                "nginx is not told to keep no requests: as it comes, it writes each down.",
                Recipe
            );
        }

        if (!settings.Contains("proxy_request_buffering off", StringComparison.Ordinal))
        {
            yield return Finding.Wrong(
                Subject,
                "nginx writes longer letters unsealed to its disk before the paper sees them.",
                "proxy_request_buffering off;    (in /etc/nginx/nginx.conf; then: nginx -s reload)"
            );
        }

        if (ForwardedFor().IsMatch(settings))
        {
            yield return Finding.Warn(
                Subject,
                "nginx hands on readers' addresses. The paper does not read them; what is not sent cannot be kept by mistake.",
                "proxy_set_header X-Forwarded-For \"\";"
            );
        }
    }

    private static string Settings(Patient patient)
    {
        string[] places =
        [
            "etc/nginx/nginx.conf",
            .. In(patient, "etc/nginx/conf.d"),
            .. In(patient, "etc/nginx/sites-enabled"),
        ];
        return Remark().Replace(string.Join('\n', places.Select(patient.Read)), "");
    }

    private static IEnumerable<string> In(Patient patient, string folder) =>
        Directory.Exists(patient.At(folder))
            ? Directory.EnumerateFiles(patient.At(folder)).Select(file => Path.GetRelativePath(patient.Root, file))
            : [];

    private static bool Holds(Patient patient, string log)
    {
        try
        {
            return new FileInfo(patient.At(log)) is { Exists: true, Length: > 0 };
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\s*access_log\s+(?!off)[^;]+;", RegexOptions.Multiline, 1000)]
    private static partial Regex Logging();

    [GeneratedRegex(@"X-Forwarded-For\s+\$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ForwardedFor();

    [GeneratedRegex("#[^\n]*", RegexOptions.None, 1000)]
    private static partial Regex Remark();
}
