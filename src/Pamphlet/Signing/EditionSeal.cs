using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Pamphlet.Seal;

namespace Pamphlet.Signing;

/// <summary>What belongs to one edition of the shelf: its record, the head that vouches for it, and a signature for strangers' tools.</summary>
/// <param name="Key">Signed all of it.</param>
/// <param name="RecordSignature">Plain Ed25519 over the record, for signify and OpenSSL.</param>
/// <param name="CommentSignature">Over that signature and a comment, for minisign.</param>
internal sealed record EditionSeal(
    VerifierKey Key,
    byte[] RecordSignature,
    byte[] CommentSignature,
    byte[] RecordBytes,
    EditionRecord Record,
    SignedNote Note,
    Checkpoint Checkpoint
)
{
    private const string Title = "pamphlet seal 1";

    public string TrustedComment => CommentOf(Record);

    public static EditionSeal Make(EditionRecord record, SignedNote note, SigningKey key)
    {
        var bytes = record.ToBytes();
        var signature = key.SignBytes(bytes);
        var comment = key.SignBytes([.. signature, .. Encoding.UTF8.GetBytes(CommentOf(record))]);
        return Checkpoint.TryParse(note.Text, out var checkpoint)
            ? new EditionSeal(key.Verifier, signature, comment, bytes, record, note, checkpoint)
            : throw new ArgumentException("No checkpoint.", nameof(note));
    }

    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out EditionSeal? seal)
    {
        seal = null;
        var headEnd = bytes.IndexOf("\n\n"u8);
        if (headEnd < 0)
        {
            return false;
        }

        var lines = Encoding.UTF8.GetString(bytes[..headEnd]).Split('\n');
        var rest = bytes[(headEnd + 2)..];
        var recordEnd = rest.IndexOf("\n\n"u8);
        if (
            recordEnd < 0
            || lines.Length != 4
            || !string.Equals(lines[0], Title, StringComparison.Ordinal)
            || !VerifierKey.TryParse(After(lines[1], "key "), out var key)
            || !TrySignature(After(lines[2], "record "), out var record)
            || !TrySignature(After(lines[3], "comment "), out var comment)
            || !EditionRecord.TryParse(rest[..(recordEnd + 1)], out var parsed)
            || !SignedNote.TryParse(rest[(recordEnd + 2)..], out var note)
            || !Checkpoint.TryParse(note.Text, out var checkpoint)
        )
        {
            return false;
        }

        var read = new EditionSeal(key, record, comment, parsed.ToBytes(), parsed, note, checkpoint);
        seal = read.ToBytes().AsSpan().SequenceEqual(bytes) ? read : null;
        return seal is not null;
    }

    public byte[] ToBytes() =>
        Encoding.UTF8.GetBytes(
            $"{Title}\nkey {Key}\nrecord {Convert.ToBase64String(RecordSignature)}\ncomment {Convert.ToBase64String(CommentSignature)}\n\n{Record}\n{Note}"
        );

    /// <summary>Whether the key that it names made every signature in it; not whether anybody believes that key.</summary>
    public bool Holds() =>
        Key.VerifiesBytes(RecordBytes, RecordSignature)
        && Key.VerifiesBytes([.. RecordSignature, .. Encoding.UTF8.GetBytes(TrustedComment)], CommentSignature)
        && Note.SignedBy([Key]) is { Count: 1 }
        && string.Equals(Record.Origin, Checkpoint.Origin, StringComparison.Ordinal);

    private static string CommentOf(EditionRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"edition {record.Number} of {record.Origin}");

    private static string After(string line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) ? line[word.Length..] : "";

    private static bool TrySignature(string text, [NotNullWhen(true)] out byte[]? signature)
    {
        var bytes = new byte[64];
        signature = Convert.TryFromBase64String(text, bytes, out var length) && length == bytes.Length ? bytes : null;
        return signature is not null;
    }
}
