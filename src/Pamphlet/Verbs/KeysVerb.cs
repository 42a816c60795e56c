using System.CommandLine;
using System.Globalization;
using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Vault;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet keys …</c>: the server's key, and the editors' keys that stand above it.</summary>
internal static class KeysVerb
{
    public static Command Create() =>
        new("keys", "The keys that sign the paper: show, make, hand over, renew")
        {
            Show(),
            EditorKeyVerb.Create(),
            KeySetVerb.Draft(),
            KeySetVerb.Sign(),
            KeySetVerb.Adopt(),
            Renew(),
        };

    private static Command Show()
    {
        var place = new PlaceOptions();
        var verb = new Command("show", "Print the paper's public keys and fingerprints, to be printed on paper");
        place.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var at = place.In(parsed);
            using var vault = Open(at);
            using var keys = PaperKeys.Open(vault, home: null);
            if (keys is null)
            {
                var (what, remedy) = OpenPaper.WhyLocked(vault.State);
                throw new OperatorMistake(what, remedy);
            }

            Terminal.Say($"Log key:      {keys.Log.Verifier}");
            Terminal.Say($"Fingerprint:  {keys.Log.Verifier.Fingerprint}");
            Terminal.Say($"Witness key:  {keys.Witness.Verifier}");
            Terminal.Say(
                vault.State == VaultState.ByOperator
                    ? "Locked with:  your secret. Whoever has the disk alone cannot sign."
                    : "Locked with:  a secret on the same disk. Whoever has the disk can sign; --secret-file changes that."
            );
            var newest = new KeySetFolder(Path.Combine(at.Folder, "keysets")).Newest();
            Terminal.Say(
                newest is null
                    ? "Editors:      none. The log key stands for itself; if it is lost, so is the paper's name."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"Editors:      {newest.Set.Threshold} of {newest.Set.Editors.Count}, key set {newest.Set.Version}: {newest.Hash}"
                    )
            );
            return ExitCode.Done;
        });
        return verb;
    }

    private static Command Renew()
    {
        var place = new PlaceOptions();
        var name = new Option<string>("--paper")
        {
            Description = "The paper's name, as keys show prints it before /editions",
            HelpName = "NAME",
            Required = true,
        };
        var verb = new Command(
            "renew",
            "Make another log key in the old one's place; the editors must then sign a key set that names it"
        )
        {
            name,
        };
        place.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var at = place.In(parsed);
            using var alone =
                FolderLock.TryTake(at.Folder)
                ?? throw new OperatorMistake($"The paper in {at.Folder} is being served.", "Stop it first.");
            using var vault = Open(at);
            if (vault.IsLocked)
            {
                var (what, remedy) = OpenPaper.WhyLocked(vault.State);
                throw new OperatorMistake(what, remedy);
            }

            if (!VerifierKey.IsName(parsed.GetValue(name)!))
            {
                throw new OperatorMistake("That is no name of a paper.", "See: pamphlet keys show");
            }

            var made = PaperKeys.Renew(vault, parsed.GetValue(name)!);
            Terminal.Say($"New log key:  {made}");
            Terminal.Say("Now: pamphlet keys draft --log KEY, let the editors sign it, and pamphlet keys adopt FILE.");
            return ExitCode.Done;
        });
        return verb;
    }

    private static KeyVault Open(PaperPlace place) => KeyVault.Open(place.Folder, OpenPaper.Secret(place));
}
