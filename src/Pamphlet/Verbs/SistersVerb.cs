using System.CommandLine;
using System.Globalization;
using Pamphlet.Editions.Shelving;
using Pamphlet.Mirrors;
using Pamphlet.Seal;
using Pamphlet.Signing.Fetching;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet sisters …</c>: the mirrors that the editors consent to, and how they are.</summary>
internal static class SistersVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Create() =>
        new("sisters", "The mirrors that every edition names: add, remove, look how they are")
        {
            Add(),
            Remove(),
            Check(),
        };

    private static Command Add()
    {
        var (place, address) = (new PlaceOptions(), Address());
        var key = new Argument<string>("KEY") { Description = "The witness key that the mirror prints" };
        var verb = new Command("add", "Consent to a mirror; the next edition names it") { address, key };
        place.AddTo(verb);
        verb.SetAction(parsed =>
        {
            if (!VerifierKey.TryParse(parsed.GetValue(key), out var parsedKey) || parsedKey.Kind != KeyKind.Cosignature)
            {
                throw new OperatorMistake(
                    "That is no witness key.",
                    "pamphlet mirror prints it, and pamphlet keys show."
                );
            }

            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            new SisterList(place.In(parsed).Folder).Add(new Sister(Parse(parsed.GetValue(address)!), parsedKey, today));
            Terminal.Say("The next edition names it; a paper that is being served makes it within seconds.");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Command Remove()
    {
        var (place, address) = (new PlaceOptions(), Address());
        var verb = new Command("remove", "Take consent back; the next edition names it no more") { address };
        place.AddTo(verb);
        verb.SetAction(parsed =>
        {
            if (!new SisterList(place.In(parsed).Folder).Remove(Parse(parsed.GetValue(address)!)))
            {
                throw new OperatorMistake("No such mirror is named.", "pamphlet sisters check lists them.");
            }

            Terminal.Say(
                "The next edition names it no more. What it holds it may go on holding: nobody can call bytes back."
            );
            return ExitCode.Done;
        });
        return verb;
    }

    private static Command Check()
    {
        var place = new PlaceOptions();
        var proxy = OpenCopy.ProxyOption();
        var verb = new Command("check", "Ask every mirror how it is, and gather its signature") { proxy };
        place.AddTo(verb);
        verb.SetAction(
            async (parsed, stop) =>
            {
                var at = place.In(parsed);
                var shelf = EditionShelf.OpenToRead(Path.Combine(at.Folder, "shelf"));
                using var paper = OpenPaper.Run(at, home: null, shelf, attach: false);
                if (paper.IsReadOnly)
                {
                    var (what, remedy) = OpenPaper.WhyLocked(paper.Vault.State);
                    throw new OperatorMistake(what, remedy);
                }

                using var door = new CopyDoor(OpenCopy.ProxyAt(parsed.GetValue(proxy)), Patience, TimeProvider.System);
                var evidence = new Evidence(Path.Combine(at.Folder, "evidence"));
                var results = await new AskSisters(new SisterList(at.Folder), paper, door, evidence).RunAsync(stop);
                new SisterNews(at.Folder).Keep(
                    results,
                    DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
                );
                foreach (var (sister, result) in results)
                {
                    Terminal.Say(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{(result.IsGood ? "" : $"WARNING {result.Finding}: ")}{sister.Address}  {result.Words}"
                        )
                    );
                }

                return results.All(one => one.Result.IsGood) ? ExitCode.Done : ExitCode.Refused;
            }
        );
        return verb;
    }

    private static Argument<string> Address() => new("ADDRESS") { Description = "Where the mirror serves the paper" };

    private static Uri Parse(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : $"{text}/", UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
            ? uri
            : throw new OperatorMistake($"{text} is no address.", "Write one like https://mirror.example/");
}
