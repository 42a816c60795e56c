using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>A text and who signed it (C2SP signed-note).</summary>
/// <param name="Text">Ends with a newline.</param>
/// <param name="Signatures">At least one; of keys known and unknown.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Longer notes are refused, in bytes.</summary>
    public const int MaxBytes = 1_000_000;

    /// <summary>More signatures are refused; the specification wants at least 16.</summary>
    public const int MostSignatures = 100;

    /// <summary>Signs a text.</summary>
    /// <exception cref="ArgumentException">The text is no note's: the caller's fault.</exception>
    public static SignedNote Of(string text, params IReadOnlyList<NoteSignature> signatures) =>
        ExactText.TryLines(Encoding.UTF8.GetBytes(text), out _)
            ? new SignedNote(text, signatures)
            : throw new ArgumentException(
                "A note's text ends with a newline and holds no control characters.",
                nameof(text)
            );

    /// <summary>Reads a note; says nothing about whether its signatures hold.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedNote? note)
    {
        note = null;
        if (bytes.Length > MaxBytes || !ExactText.TryLines(bytes, out var all))
        {
            return false;
        }

        // The last empty line parts them: a text may hold empty lines of its own.
        var parting = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (parting < 0 || parting + 2 == all.Length)
        {
            return false;
        }

        var lines = ExactText.Lines(all[(parting + 2)..]);
        var signatures = new List<NoteSignature>();
        foreach (var line in lines)
        {
            if (signatures.Count == MostSignatures || !NoteSignature.TryParse(line, out var signature))
            {
                return false;
            }

            signatures.Add(signature);
        }

        note = new SignedNote(all[..(parting + 1)], signatures);
        return true;
    }

    /// <summary>Finds which known keys signed.</summary>
    /// <returns>
    /// Null: a known key's line does not hold, and the note is worth nothing. Otherwise who signed, each key once; lines of unknown
    /// keys are passed over, so that new keys can sign beside old ones.
    /// </returns>
    public IReadOnlyList<NoteSigner>? SignedBy(IEnumerable<VerifierKey> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var signers = new List<NoteSigner>();
        foreach (var key in known.Distinct())
        {
            foreach (var line in Signatures.Where(line => line.IsOf(key)))
            {
                if (!key.Verifies(Text, line.Signature.Span, out var time))
                {
                    return null;
                }

                if (!signers.Exists(signer => signer.Key.Equals(key)))
                {
                    signers.Add(new NoteSigner(key, time));
                }
            }
        }

        return signers;
    }

    /// <summary>The same text with more lines; a newer line of a key replaces its older one.</summary>
    public SignedNote With(IEnumerable<NoteSignature> more)
    {
        var all = Signatures.ToList();
        foreach (var line in more ?? [])
        {
            all.RemoveAll(old =>
                old.KeyId == line.KeyId && string.Equals(old.Name, line.Name, StringComparison.Ordinal)
            );
            all.Add(line);
        }

        return this with
        {
            Signatures = all,
        };
    }

    /// <summary>The note's bytes.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    /// <inheritdoc/>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures)}";
}

/// <summary>A key whose signature holds.</summary>
/// <param name="Time">When a witness cosigned; null for a note's own signature.</param>
public sealed record NoteSigner(VerifierKey Key, DateTimeOffset? Time);
