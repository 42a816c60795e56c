using Pamphlet.Vault;
using Pamphlet.Web;

namespace Pamphlet.Onion;

/// <summary>The paper's addresses on the onion network, and by which tor they are served.</summary>
internal sealed class PaperOnion
{
    private const string PublicSeed = "onion-seed";
    private const string DeskSeed = "onion-desk-seed";
    private const string MirrorSeed = "onion-mirror";

    private volatile bool hasPrivateDesk;
    private TorDoor? door;

    private PaperOnion(Keys keys)
    {
        (Paper, Desk, Clients) = keys;
    }

    /// <summary>The address that everybody may know.</summary>
    public OnionKey Paper { get; }

    /// <summary>The editors' address; it is served only while some browser may find it. Null: a mirror has no desk.</summary>
    public OnionKey? Desk { get; }

    /// <summary>Null: a mirror has no desk.</summary>
    public DeskClients? Clients { get; }

    /// <summary>Null: an existing tor serves it.</summary>
    public RunFolder? Run { get; private init; }

    /// <summary>Null: an existing tor serves it.</summary>
    public TorProgram? Program { get; private init; }

    /// <summary>Where our tor keeps its guards, or "".</summary>
    public string State { get; private init; } = "";

    /// <summary>Lines for our tor's torrc: a private network of tests. Otherwise "".</summary>
    public string More { get; private init; } = "";

    /// <summary>Where the control port of an existing tor is, or "".</summary>
    public string Control { get; private init; } = "";

    /// <summary>The port of the loopback address behind an existing tor.</summary>
    public int Port { get; private init; }

    public OnionHealth Health { get; private init; } = new();

    /// <summary>The way out through tor, while tor runs; otherwise null.</summary>
    public TorDoor? Door
    {
        get => Volatile.Read(ref door);
        set => Volatile.Write(ref door, value);
    }

    /// <summary>Whether the public address must not show the desk: it has an address of its own now.</summary>
    public bool HasPrivateDesk
    {
        get => hasPrivateDesk;
        set => hasPrivateDesk = value;
    }

    /// <summary>Where our web server listens for tor.</summary>
    public IReadOnlyList<ListenAddress> Listens =>
        Run is null ? []
        : Desk is null ? [ListenAddress.Onion(Run.WebSocket)]
        : [ListenAddress.Onion(Run.WebSocket), ListenAddress.Onion(Run.DeskSocket)];

    /// <summary>The addresses of a paper, whether tor is there or not; drawn now if it has none.</summary>
    /// <returns>Null: the vault is shut, or a seed was damaged.</returns>
    public static (OnionKey Paper, OnionKey Desk)? Addresses(KeyVault vault) =>
        vault.ReadOrDraw(PublicSeed, OnionKey.SeedSize) is { } paper
        && vault.ReadOrDraw(DeskSeed, OnionKey.SeedSize) is { } desk
            ? (OnionKey.From(paper), OnionKey.From(desk))
            : null;

    /// <summary>A tor of our own.</summary>
    /// <param name="data">The paper's folder, or that of the mirror.</param>
    /// <param name="more">Lines for the torrc, or "".</param>
    /// <param name="mirrored">Which paper of others is served here, by a name of ours; null: it is our own.</param>
    /// <returns>One line that says what is wrong and what mends it, or null: <paramref name="onion"/> is there.</returns>
    public static string? WithOwnTor(
        string data,
        KeyVault vault,
        Func<string, string?> environment,
        string more,
        string? mirrored,
        out PaperOnion? onion
    )
    {
        onion = null;
        if (TorProgram.Find(environment("PATH"), out var program) is { } missing)
        {
            return missing;
        }

        if (KeysIn(vault, mirrored) is not { } keys)
        {
            return WhyNone(vault);
        }

        if (RunFolder.Make(data, environment) is not { } run)
        {
            return "No folder in memory for the onion's key was found. Name one: RUNTIME_DIRECTORY=/run/pamphlet";
        }

        onion = new PaperOnion(keys)
        {
            Run = run,
            Program = program,
            State = Path.Combine(data, "tor"),
            More = more,
            Health = new OnionHealth { Warning = WarningOf(program!.Version) },
        };
        return null;
    }

    /// <summary>A tor that runs already.</summary>
    /// <param name="control">Its control socket, or port on the loopback address.</param>
    /// <param name="port">Where our web server listens on the loopback address.</param>
    /// <param name="mirrored">Which paper of others is served here, by a name of ours; null: it is our own.</param>
    /// <returns>One line that says what is wrong and what mends it, or null: <paramref name="onion"/> is there.</returns>
    public static string? WithExistingTor(
        KeyVault vault,
        string control,
        int port,
        string? mirrored,
        out PaperOnion? onion
    )
    {
        onion = null;
        if (KeysIn(vault, mirrored) is not { } keys)
        {
            return WhyNone(vault);
        }

        onion = new PaperOnion(keys) { Control = control, Port = port };
        return null;
    }

    public static string? WarningOf(TorVersion version) =>
        version.IsBehind
            ? $"tor {version} has known faults that a visitor can use. Bring it up to {TorVersion.Advised} or later: apt install tor"
            : null;

    /// <summary>Why a vault gives no addresses, in one line with what mends it.</summary>
    public static string WhyNone(KeyVault vault) =>
        vault.State switch
        {
            VaultState.NeedsSecret =>
                "The onion's seed is locked with a secret that was not given. Give it: --secret-file FILE, or $PAMPHLET_SECRET",
            VaultState.WrongSecret =>
                "The secret that was given does not open the onion's seed. Give the right one: --secret-file FILE",
            _ =>
                "The onion's seed is damaged. Put the folder keys back from a backup: a new seed would be another address",
        };

    private static Keys? KeysIn(KeyVault vault, string? mirrored)
    {
        if (mirrored is not null)
        {
            return vault.ReadOrDraw($"{MirrorSeed}-{mirrored}", OnionKey.SeedSize) is { } seed
                ? new Keys(OnionKey.From(seed), Desk: null, Clients: null)
                : null;
        }

        var clients = new DeskClients(vault);
        return Addresses(vault) is var (paper, desk) && clients.Read() is not null
            ? new Keys(paper, desk, clients)
            : null;
    }

    private sealed record Keys(OnionKey Paper, OnionKey? Desk, DeskClients? Clients);
}
