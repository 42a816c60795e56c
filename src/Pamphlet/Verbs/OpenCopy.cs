using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Pamphlet.Seal;
using Pamphlet.Signing.Checking;
using Pamphlet.Signing.Fetching;

namespace Pamphlet.Verbs;

/// <summary>Opens a copy that an operator named, and reads what they believe about its key.</summary>
internal static class OpenCopy
{
    private const int LargestKeyFile = 1 << 20;

    // A stick is slow, and Tor slower.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Option<string?> KeyOption() =>
        new("--key")
        {
            Description =
                "What you believe: the paper's log key, the fingerprint of its editors' key set (64 digits), or a file with either",
            HelpName = "KEY",
        };

    public static Option<string?> ProxyOption() =>
        new("--proxy") { Description = "Fetch through a proxy: socks5://127.0.0.1:9050 for Tor", HelpName = "URL" };

    /// <exception cref="OperatorMistake">There is no such copy.</exception>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The copy owns its door."
    )]
    public static IEditionCopy At(string place, string? proxy)
    {
        if (Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            var home = address.AbsoluteUri.EndsWith('/') ? address : new Uri($"{address.AbsoluteUri}/");
            return new ServedCopy(home, new CopyDoor(ProxyAt(proxy), Patience, TimeProvider.System));
        }

        if (Directory.Exists(place))
        {
            return new FolderCopy(Path.GetFullPath(place));
        }

        try
        {
            return new ZipCopy(place);
        }
        catch (Exception cause) when (cause is IOException or InvalidDataException)
        {
            throw new OperatorMistake(
                $"{place} is no folder, no ZIP and no address of a paper.",
                "Name a copy: pamphlet verify DIR, FILE.zip, or https://…",
                cause
            );
        }
    }

    public static Uri? ProxyAt(string? typed) =>
        typed is null ? null
        : Uri.TryCreate(typed, UriKind.Absolute, out var proxy) && proxy.Scheme is "socks5" or "http" ? proxy
        : throw new OperatorMistake($"{typed} is no proxy.", "Write one like --proxy socks5://127.0.0.1:9050");

    /// <returns>Null: nothing is believed yet.</returns>
    /// <exception cref="OperatorMistake">It is no key.</exception>
    public static EditionTrust? Trust(string? typed)
    {
        if (typed is null)
        {
            return null;
        }

        if (File.Exists(typed) && new FileInfo(typed).Length <= LargestKeyFile)
        {
            var bytes = File.ReadAllBytes(typed);
            if (SignedKeySet.TryParse(bytes, out var set))
            {
                return new EditionTrust { KeySet = set.Hash };
            }

            typed = System.Text.Encoding.UTF8.GetString(bytes).Trim();
        }

        return VerifierKey.TryParse(typed, out var key) ? new EditionTrust { Logs = [key] }
            : ContentHash.TryParse(typed, out var hash) ? new EditionTrust { KeySet = hash }
            : throw new OperatorMistake(
                $"{typed} is no key.",
                "A log key looks like paper.example/editions+1830c7ef+AQ2g…; pamphlet keys show prints it."
            );
    }
}
