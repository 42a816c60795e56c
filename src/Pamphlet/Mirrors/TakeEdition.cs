using System.Text;
using System.Text.RegularExpressions;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;
using Pamphlet.Signing;

namespace Pamphlet.Mirrors;

/// <summary>Puts an edition whose every part was checked on the mirror's shelf: log, seal, and last of all <c>current</c>.</summary>
internal sealed partial class TakeEdition(Mirror mirror)
{
    private const string Addresses = "edition/addresses.txt";
    private const string Build = "mirror";

    public static bool IsText(SitePath path) => MediaType.IsText(path.Value);

    public void Run(EditionManifest manifest, EditionSeal seal, IReadOnlyList<byte[]> records)
    {
        var before = mirror.Shelf.HoldCurrent();
        try
        {
            using var draft = mirror.Shelf.Begin(isWhole: true);
            var gone = Gone(
                Content(
                    manifest.Lines.FirstOrDefault(line =>
                        string.Equals(line.Path.Value, Addresses, StringComparison.Ordinal)
                    ),
                    before
                )
            );
            foreach (var line in manifest.Lines)
            {
                // What is withheld stands in the list, and not on the shelf.
                if (!IsSame(before, line) || !draft.Keep(line.Path))
                {
                    if (Content(line, before) is { } content)
                    {
                        draft.Put(
                            line.Path,
                            content,
                            gone.Contains(line.Path.Value) ? EntryState.Gone : EntryState.Listed
                        );
                    }
                }
            }

            var bytes = manifest.ToBytes();
            var isSealed = false;
            mirror.Shelf.BeforeSwitch = edition =>
            {
                Seal(edition, bytes, seal, records, before);
                isSealed = true;
            };
            var taken = mirror.Shelf.Publish(draft, new Shown(seal.Record.Number, []), Build, forget: true);
            if (!isSealed)
            {
                // Only what is withheld here changed: the shelf holds the same.
                Seal(taken, bytes, seal, records, before);
            }

            if (Directory.Exists(mirror.Incoming))
            {
                Directory.Delete(mirror.Incoming, recursive: true);
            }
        }
        finally
        {
            mirror.Shelf.BeforeSwitch = null;
            before?.LetGo();
        }
    }

    private void Seal(
        Edition edition,
        byte[] manifest,
        EditionSeal seal,
        IReadOnlyList<byte[]> records,
        Edition? before
    )
    {
        if (records.Count > 0)
        {
            mirror.Log.Append(records, _ => seal.Note, seal.Record.Origin);
        }

        KeepDelta(manifest, seal, before);
        mirror.KeepManifest(seal.Record.Number, manifest);
        GrowingFile.Replace(mirror.Log.Files.Seal(edition.Number), seal.ToBytes());
    }

    // Other mirrors may follow this one.
    private void KeepDelta(byte[] manifest, EditionSeal seal, Edition? before)
    {
        if (
            before is not null
            && ReadSeal.Of(mirror.Log, before) is { } old
            && old.Record.Number < seal.Record.Number
            && mirror.Manifest(old.Record.Number) is { } bytes
            && EditionManifest.TryParse(bytes, out var left, out _)
            && EditionManifest.TryParse(manifest, out var right, out _)
        )
        {
            GrowingFile.Replace(
                mirror.Log.Files.Delta(old.Record.Number, seal.Record.Number),
                EditionDelta.Between(left, right).ToBytes()
            );
        }
    }

    private static bool IsSame(Edition? before, ManifestLine line) =>
        before is not null
        && before.TryFind(Encoding.UTF8.GetBytes(line.Path.Value), out var entry)
        && entry.Hash == line.Hash;

    private byte[]? Content(ManifestLine? line, Edition? before)
    {
        if (line is null)
        {
            return null;
        }

        if (mirror.Refused().ContainsKey(line.Hash))
        {
            return null;
        }

        var file = Path.Combine(mirror.Incoming, line.Hash.ToString());
        var content =
            File.Exists(file) ? File.ReadAllBytes(file)
            : before is not null && before.TryFindContent(line.Hash, out var entry)
                ? before.Bytes(entry.Forms.Identity).ToArray()
            : null;
        return content is null || ContentHash.Of(content) == line.Hash
            ? content
            : throw new FollowRefusedException(FollowFinding.WrongContent, $"{line.Path} was damaged on this disk.");
    }

    // What the table says is put into answers' heads: a line that leads elsewhere would make this mirror a signpost for others.
    private static HashSet<string> Gone(byte[]? table)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(table ?? []).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                Line().Match(line) is not { Success: true } match
                || match.Groups["to"].Value.Contains("..", StringComparison.Ordinal)
            )
            {
                throw new FollowRefusedException(
                    FollowFinding.LeadsOut,
                    "Its table of addresses leads out of the paper."
                );
            }

            if (match.Groups["answer"].ValueSpan is "410")
            {
                gone.Add("data/" + Uri.UnescapeDataString(match.Groups["to"].Value));
            }
        }

        return gone;
    }

    [GeneratedRegex(
        "^(?<answer>200|301|410) /[!-~]* (?<to>[A-Za-z0-9%_~!$&'()*+,;=@.-][!-\\[\\]-~]*)$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Line();
}
