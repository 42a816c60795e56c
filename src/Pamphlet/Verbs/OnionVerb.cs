using System.CommandLine;
using Pamphlet.Onion;
using Pamphlet.Vault;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet onion</c>: the paper's onion addresses, and which browsers find the editors' one.</summary>
internal static class OnionVerb
{
    public static Command Create()
    {
        var place = new PlaceOptions();
        var verb = new Command("onion", "Show the paper's onion address, and choose which browsers may find the desk's")
        {
            Let(place),
            Shut(place),
        };
        place.AddTo(verb);
        verb.SetAction(parsed =>
        {
            using var vault = Unlock(place.In(parsed));
            var (addresses, _, clients) = Read(vault);
            Terminal.Say($"The paper:  http://{addresses.Paper.Host}/");
            Terminal.Say(
                clients.Count == 0
                    ? "The desk:   at the same address. To give it one of its own:  pamphlet onion let NAME"
                    : $"The desk:   http://{addresses.Desk.Host}/desk  for {string.Join(", ", clients.Select(client => client.Name))}"
            );
            return ExitCode.Done;
        });
        return verb;
    }

    private static Command Let(PlaceOptions place)
    {
        var name = NameArgument();
        var verb = new Command(
            "let",
            "Let a browser find the desk's own address; from then on the public one shows no desk"
        )
        {
            name,
        };
        place.AddTo(verb);
        verb.SetAction(parsed =>
        {
            using var vault = Unlock(place.In(parsed));
            var (addresses, list, _) = Read(vault);
            var key = list.Let(parsed.GetValue(name)!);
            if (key is null)
            {
                Terminal.Complain("That name is taken, or is not made of a–z, 0–9 and - alone. Choose another.");
                return ExitCode.Refused;
            }

            Terminal.Say($"Open in Tor Browser:  http://{addresses.Desk.Host}/desk");
            Terminal.Say($"It asks for a key:    {key}");
            Terminal.Say("Hand it over safely: it is shown this once, and whoever has it finds the desk's address.");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Command Shut(PlaceOptions place)
    {
        var name = NameArgument();
        var verb = new Command("shut", "Let a browser find the desk's address no more") { name };
        place.AddTo(verb);
        verb.SetAction(parsed =>
        {
            using var vault = Unlock(place.In(parsed));
            if (Read(vault).List.Shut(parsed.GetValue(name)!))
            {
                return ExitCode.Done;
            }

            Terminal.Complain($"There is no {parsed.GetValue(name)}. Who there is:  pamphlet onion");
            return ExitCode.Refused;
        });
        return verb;
    }

    private static Argument<string> NameArgument() =>
        new("name") { Description = "What you call the browser: a–z, 0–9 and -", HelpName = "NAME" };

    private static KeyVault Unlock(PaperPlace place) => KeyVault.Open(place.Folder, OpenPaper.Secret(place));

    /// <exception cref="OperatorMistake">The keys are locked or damaged.</exception>
    private static (
        (OnionKey Paper, OnionKey Desk) Addresses,
        DeskClients List,
        IReadOnlyList<DeskClient> Clients
    ) Read(KeyVault vault)
    {
        var list = new DeskClients(vault);
        return PaperOnion.Addresses(vault) is { } addresses && list.Read() is { } clients
            ? (addresses, list, clients)
            : throw new OperatorMistake(PaperOnion.WhyNone(vault), "");
    }
}
