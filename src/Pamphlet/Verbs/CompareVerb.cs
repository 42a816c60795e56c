using System.CommandLine;
using System.Globalization;
using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Signing.Checking;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet compare OLD NEW</c>: what was added, changed and withdrawn between two copies, with proofs.</summary>
internal static class CompareVerb
{
    private const long LargestLog = 64L << 20;

    public static Command Create()
    {
        var old = new Argument<string>("OLD") { Description = "The earlier copy: a folder, a ZIP or an address" };
        var now = new Argument<string>("NEW") { Description = "The later one" };
        var key = OpenCopy.KeyOption();
        var proxy = OpenCopy.ProxyOption();
        var proofs = new Option<DirectoryInfo?>("--proofs")
        {
            Description = "A new folder for a proof of each change, to show to others",
            HelpName = "DIR",
        };
        var verb = new Command("compare", "Tell what changed between two copies of a paper, and prove it")
        {
            old,
            now,
            key,
            proxy,
            proofs,
        };
        verb.SetAction(
            async (parsed, stop) =>
            {
                using var left = OpenCopy.At(parsed.GetValue(old)!, parsed.GetValue(proxy));
                using var right = OpenCopy.At(parsed.GetValue(now)!, parsed.GetValue(proxy));
                var trust = OpenCopy.Trust(parsed.GetValue(key));
                return await RunAsync(left, right, trust, parsed.GetValue(proofs)?.FullName, stop);
            }
        );
        return verb;
    }

    private static async Task<int> RunAsync(
        IEditionCopy left,
        IEditionCopy right,
        EditionTrust? trust,
        string? proofs,
        CancellationToken stop
    )
    {
        var old = await CheckCopy.ListedAsync(left, trust, stop);
        // What vouches for the earlier copy must vouch for the later one: a forger has a key of their own.
        var now = await CheckCopy.ListedAsync(right, trust ?? Same(old), stop);
        if (old.Edition is not { } before || now.Edition is not { } after)
        {
            Terminal.Say(
                old.Edition is null
                    ? "The earlier copy does not hold: pamphlet verify tells why."
                    : "The later copy does not hold, or is signed with another key: pamphlet verify tells why."
            );
            return ExitCode.Refused;
        }

        if (before.Checkpoint.Size > after.Checkpoint.Size)
        {
            throw new OperatorMistake("The first copy is the later one.", "Turn them round.");
        }

        if (!await ContinuesAsync(before, after, right, stop))
        {
            Terminal.Say(
                "TWO HISTORIES: the later copy's log does not begin with the earlier one's. Keep both: together they prove it."
            );
            return ExitCode.Refused;
        }

        Say(before, after, proofs);
        return ExitCode.Done;
    }

    private static void Say(VerifiedEdition before, VerifiedEdition after, string? proofs)
    {
        var delta = EditionDelta.Between(before.Manifest, after.Manifest);
        var removed = delta.Removed.Select(line => line.Path).ToHashSet();
        var added = delta.Added.Select(line => line.Path).ToHashSet();
        foreach (var path in removed.Union(added).Order())
        {
            var what =
                !removed.Contains(path) ? "added    "
                : !added.Contains(path) ? "withdrawn"
                : "changed  ";
            Terminal.Say($"{what} {Terminal.Plain(path.Value)}");
        }

        Terminal.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"From edition {before.Record.Number} to {after.Record.Number}: {added.Except(removed).Count()} added, {added.Intersect(removed).Count()} changed, {removed.Except(added).Count()} withdrawn. The log of the later one begins with the earlier one's."
            )
        );
        if (proofs is not null)
        {
            var count = WriteChangeProofs.Run(proofs, before, after, removed.Union(added));
            Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{count} proofs in {proofs}"));
        }
    }

    private static EditionTrust? Same(CopyReport old) => old.Key is { } key ? new EditionTrust { Logs = [key] } : null;

    // The later copy carries the hashes of all records: whoever has them computes the earlier head.
    private static async Task<bool> ContinuesAsync(
        VerifiedEdition before,
        VerifiedEdition after,
        IEditionCopy copy,
        CancellationToken stop
    ) =>
        await copy.ReadAsync(StrangersFiles.Leaves, LargestLog, stop) is { } bytes
        && StrangersFiles.TryParseLeaves(bytes, out var leaves)
        && leaves.Count >= after.Checkpoint.Size
        && TreeHash.Root(leaves.Take((int)after.Checkpoint.Size)) == after.Checkpoint.Root
        && TreeHash.Root(leaves.Take((int)before.Checkpoint.Size)) == before.Checkpoint.Root;
}
