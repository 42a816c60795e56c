using System.Globalization;
using Pamphlet.Seal;

namespace Pamphlet.Signing;

/// <summary>The small files beside an edition with which anybody checks it, with tools of their own choice.</summary>
internal static class StrangersFiles
{
    public const string Record = "record";
    public const string Proof = "record.tlog-proof";
    public const string Head = "checkpoint";

    public const string Leaves = "log-leaves.txt";

    /// <summary>Every name that <see cref="Of"/> gives.</summary>
    public static IReadOnlySet<string> Names { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            Record,
            "record.sig",
            "record.minisig",
            "record.rawsig",
            Proof,
            Head,
            "publication.pub",
            Leaves,
            "publication.der",
        };

    /// <summary>By their names beside the manifest.</summary>
    public static IReadOnlyDictionary<string, byte[]> Of(EditionLog log, EditionSeal seal)
    {
        var comment = $"{seal.Record.Origin} edition log";
        var head = HeadOf(log, seal);
        var number = seal.Record.Number;
        return new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [Record] = seal.RecordBytes,
            ["record.sig"] = StrangersTools.Signify(seal.Key, seal.RecordSignature, comment),
            ["record.minisig"] = Minisig(seal, comment),
            ["record.rawsig"] = seal.RecordSignature,
            [Proof] = new LogProof(number, log.Inclusion(number, seal.Checkpoint.Size), head).ToBytes(),
            [Head] = head.ToBytes(),
            ["publication.pub"] = StrangersTools.PublicKeyFile(seal.Key, comment),
            [Leaves] = PrintLeaves(log, seal.Checkpoint.Size),
            ["publication.der"] = StrangersTools.PublicKeyDer(seal.Key),
        };
    }

    /// <summary>The edition's head with the cosignatures that came since.</summary>
    public static SignedNote HeadOf(EditionLog log, EditionSeal seal) =>
        File.Exists(log.Files.Cosigned)
        && SignedNote.TryParse(File.ReadAllBytes(log.Files.Cosigned), out var cosigned)
        && string.Equals(cosigned.Text, seal.Note.Text, StringComparison.Ordinal)
            ? seal.Note.With(cosigned.Signatures)
            : seal.Note;

    /// <summary>Reads the hashes of all records, which let anybody compute every earlier head.</summary>
    public static bool TryParseLeaves(ReadOnlySpan<byte> bytes, out List<ContentHash> leaves)
    {
        leaves = [];
        foreach (
            var line in System.Text.Encoding.ASCII.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (!ContentHash.TryParse(line, out var leaf))
            {
                return false;
            }

            leaves.Add(leaf);
        }

        return true;
    }

    private static byte[] PrintLeaves(EditionLog log, long size)
    {
        var text = new System.Text.StringBuilder();
        for (var at = 0L; at < size; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{log.SubtreeAt(0, at)}\n");
        }

        return System.Text.Encoding.ASCII.GetBytes(text.ToString());
    }

    private static byte[] Minisig(EditionSeal seal, string comment) =>
        [
            .. StrangersTools.Signify(seal.Key, seal.RecordSignature, comment),
            .. System.Text.Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"trusted comment: {seal.TrustedComment}\n{Convert.ToBase64String(seal.CommentSignature)}\n"
                )
            ),
        ];
}
