using System.CommandLine;
using Pamphlet.Onion;
using Pamphlet.Vault;
using Pamphlet.Web;

namespace Pamphlet.Verbs;

/// <summary>Whether, and through which tor, the paper has an onion address.</summary>
internal sealed class OnionOptions
{
    private readonly Option<bool> onion = new("--onion")
    {
        Description = "Serve the paper on an onion address too, through a tor of its own (Debian: apt install tor)",
    };

    private readonly Option<string?> control = new("--tor-control")
    {
        Description = "Serve it through a tor that runs already: its control socket, or 127.0.0.1:9051",
        HelpName = "PATH",
    };

    // For a private network of tests.
    private readonly Option<FileInfo?> torrc = new("--torrc") { Hidden = true };

    public void AddTo(Command verb)
    {
        verb.Add(onion);
        verb.Add(control);
        verb.Add(torrc);
    }

    public bool IsWanted(ParseResult parsed) => parsed.GetValue(onion) || parsed.GetValue(control) is not null;

    /// <param name="folder">Of the paper, or of the mirror.</param>
    /// <param name="mirrored">Which paper of others is served, by a name of ours; null: it is our own.</param>
    /// <returns>Null: none is wanted, or its seed is locked, and the operator was told.</returns>
    /// <exception cref="OperatorMistake">tor is missing or too old, or the seed cannot be opened.</exception>
    public PaperOnion? In(
        ParseResult parsed,
        string folder,
        KeyVault vault,
        IReadOnlyList<ListenAddress> addresses,
        string? mirrored = null
    )
    {
        var existing = parsed.GetValue(control);
        if (!IsWanted(parsed))
        {
            return null;
        }

        if (vault.IsLocked)
        {
            // What readers have on the web they keep.
            Terminal.Say($"NO ONION: {PaperOnion.WhyNone(vault)}.");
            return null;
        }

        var more = parsed.GetValue(torrc) is { } file ? File.ReadAllText(file.FullName) : "";
        PaperOnion? made;
        var wrong = existing is null
            ? PaperOnion.WithOwnTor(folder, vault, Environment.GetEnvironmentVariable, more, mirrored, out made)
            : PaperOnion.WithExistingTor(vault, Named(existing), PortOf(addresses), mirrored, out made);
        return wrong is null ? made : throw new OperatorMistake(wrong, "");
    }

    private static string Named(string control) =>
        control.StartsWith('/') || LocalDoor.IsLocal(control) ? control : Path.GetFullPath(control);

    private static int PortOf(IReadOnlyList<ListenAddress> addresses) =>
        addresses.FirstOrDefault(address => address.Socket is null)?.Port
        ?? throw new OperatorMistake(
            "An existing tor needs a port to lead to.",
            "Listen at one too: --urls http://localhost:8080"
        );
}
