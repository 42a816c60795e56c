using System.CommandLine;
using Pamphlet.Mirrors;

namespace Pamphlet.Verbs;

/// <summary>What an operator may say of a mirror.</summary>
internal sealed record MirrorOptions
{
    public Argument<string> Source { get; } = new("URL") { Description = "Where the paper is" };

    public Option<string?> Key { get; } = OpenCopy.KeyOption();

    public Option<string[]> Urls { get; } =
        new("--urls")
        {
            Description = "Where to serve it: an address of its own, beside nothing else",
            HelpName = "URL",
        };

    public Option<bool> Once { get; } = new("--once") { Description = "Fetch what is new, and stop" };

    public Option<string?> Proxy { get; } = OpenCopy.ProxyOption();

    public Option<bool> NoMedia { get; } = new("--no-media") { Description = "Hold texts only" };

    public Option<long?> MostBytes { get; } =
        new("--most-bytes") { Description = "All that one edition may bring (default: 10 GiB)", HelpName = "N" };

    public Option<long?> MostFile { get; } =
        new("--most-file") { Description = "One file (default: 64 MiB)", HelpName = "N" };

    public Option<string[]> Refuse { get; } =
        new("--refuse")
        {
            Description = "Do not hold one file: its SHA-256, and the reason that readers get",
            HelpName = "HASH REASON",
            Arity = new ArgumentArity(0, 2),
            AllowMultipleArgumentsPerToken = true,
        };

    public OnionOptions Onion { get; } = new();

    /// <returns>What was agreed before, with what is said now; null: nobody said a key yet.</returns>
    public MirrorWishes? Wishes(ParseResult parsed, Uri source, string folder)
    {
        var known = File.Exists(Path.Combine(folder, "wishes"))
            ? MirrorWishes.Parse(File.ReadAllText(Path.Combine(folder, "wishes")))
            : null;
        var key = OpenCopy.Trust(parsed.GetValue(Key))?.Logs is [var given] ? given : known?.Key;
        return key is null
            ? null
            : (known ?? new MirrorWishes(source, key)) with
            {
                Key = key,
                HasMedia = !parsed.GetValue(NoMedia),
                MostBytes = parsed.GetValue(MostBytes) ?? known?.MostBytes ?? 10L << 30,
                MostFile = parsed.GetValue(MostFile) ?? known?.MostFile ?? 64L << 20,
            };
    }
}
