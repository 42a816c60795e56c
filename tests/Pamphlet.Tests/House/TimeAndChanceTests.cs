namespace Pamphlet.Tests.House;

/// <summary>The compiler bans these by name; here the compiled program is asked, in case somebody switched the ban off.</summary>
public sealed class TimeAndChanceTests
{
    private const string Fetching = "Pamphlet.Pictures.Fetching.FetchDoor";
    private const string Copies = "Pamphlet.Signing.Fetching.CopyDoor";
    private const string Mirroring =
        "An operator named the paper to be mirrored or checked, or an editor the one to be written to.";
    private const string AskedFor = "An operator asked for the pictures of the old site: --fetch-pictures.";
    private const string TorsDoor = "Pamphlet.Onion.LocalDoor";
    private const string TorIsHere = "It leads to tor on this machine, and refuses every other address.";
    private const string Visitor = "Pamphlet.Onion.VisitItself";
    private const string Visiting = "It reads our own onion through tor, to learn whether readers can.";

    private const string Doctor = "Pamphlet.Doctor.ServedCertificate";
    private const string Examining = "It asks the paper's own address, as the operator named it, and no other.";

    // What it is, and a type that may: a row for each.
    private static readonly (string What, string? Only, string Because)[] Bans =
    [
        ("System.DateTime::get_Now", null, ""),
        ("System.DateTime::get_UtcNow", null, ""),
        ("System.DateTime::get_Today", null, ""),
        ("System.DateTimeOffset::get_Now", null, ""),
        ("System.DateTimeOffset::get_UtcNow", null, ""),
        ("System.Random::.ctor", null, ""),
        ("System.Random::get_Shared", null, ""),
        ("System.Guid::NewGuid", null, ""),
        ("System.Guid::CreateVersion7", null, ""),
        ("System.Threading.Tasks.Task::Wait", null, ""),
        ("System.Threading.Thread::Sleep", null, ""),
        ("System.Net.Http.HttpClient::.ctor", Fetching, AskedFor),
        ("System.Net.Http.HttpClient::.ctor", Visitor, Visiting),
        ("System.Net.Http.HttpClient::.ctor", Copies, Mirroring),
        ("System.Net.Http.HttpClient::.ctor", Doctor, Examining),
        ("System.Net.WebRequest::Create", null, ""),
        ("System.Net.Sockets.TcpClient::.ctor", null, ""),
        ("System.Net.Sockets.UdpClient::.ctor", null, ""),
        ("System.Net.Sockets.Socket::.ctor", Fetching, AskedFor),
        ("System.Net.Sockets.Socket::.ctor", TorsDoor, TorIsHere),
        ("System.Net.Sockets.Socket::Connect", null, ""),
        ("System.Net.Sockets.Socket::ConnectAsync", Fetching, AskedFor),
        ("System.Net.Sockets.Socket::ConnectAsync", TorsDoor, TorIsHere),
        ("System.Net.Dns::GetHostAddresses", null, ""),
        ("System.Net.Dns::GetHostAddressesAsync", Fetching, AskedFor),
        ("System.Net.Dns::GetHostEntry", null, ""),
        ("System.Net.WebSockets.ClientWebSocket::.ctor", null, ""),
    ];

    private static readonly IReadOnlyList<(string Who, string What)> Calls =
    [
        .. Assemblies.Calls(Assemblies.Program),
        .. Assemblies.Calls(Assemblies.Seal),
    ];

    [Fact]
    public void No_clock_no_weak_chance_no_blocked_thread_and_no_way_to_the_network()
    {
        var broken = Calls.Distinct().Where(IsBroken);

        Checkout.Nobody(broken);
    }

    private static bool IsBroken((string Who, string What) call) =>
        Bans.Any(ban => ban.What == call.What) && !Bans.Any(ban => ban.What == call.What && ban.Only == call.Who);

    [Fact]
    public void Only_the_terminal_speaks_to_the_operator()
    {
        var speakers = Calls.Where(call => call.What.StartsWith("System.Console::", StringComparison.Ordinal));

        Checkout.Nobody(speakers.Where(call => call.Who != "Pamphlet.Verbs.Terminal").Distinct());
    }

    [Fact]
    public void An_exemption_from_a_ban_is_still_needed_and_says_why()
    {
        var expired = Bans.Where(ban =>
            ban.Only is not null && (ban.Because.Length == 0 || !Calls.Contains((ban.Only, ban.What)))
        );

        Checkout.Nobody(expired);
    }

    [Fact]
    public void No_test_waits_for_a_clock()
    {
        string[] waits = ["System.Threading.Thread::Sleep", "System.Threading.Tasks.Task::Delay"];

        Checkout.Nobody(Assemblies.Calls(Assemblies.Tests).Where(call => waits.Contains(call.What)));
    }
}
