using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>Which editors together decide, and which log keys they let sign: a text that they sign themselves.</summary>
/// <param name="Name">The same for ever: <c>paper.example/keys</c>.</param>
/// <param name="Version">From 1, one more each time.</param>
/// <param name="Threshold">How many of the editors must sign.</param>
/// <param name="Editors">Keys that are kept offline.</param>
/// <param name="Logs">Keys that may sign the log.</param>
public sealed record KeySet(
    string Name,
    long Version,
    int Threshold,
    IReadOnlyList<VerifierKey> Editors,
    IReadOnlyList<VerifierKey> Logs
)
{
    /// <summary>More keys of either sort are refused.</summary>
    public const int MostKeys = 64;

    /// <summary>Reads a key set's text; says nothing about who signed it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out KeySet? set)
    {
        set = null;
        if (string.IsNullOrEmpty(text) || text[^1] != '\n')
        {
            return false;
        }

        var lines = ExactText.Lines(text);
        if (
            lines.Length < 5
            || !VerifierKey.IsName(lines[0])
            || !ExactText.TryCount(lines[1], out var version)
            || version < 1
            || !ExactText.TryAfter(lines[2], "threshold", out var number)
            || !ExactText.TryCount(number, out var threshold)
        )
        {
            return false;
        }

        var editors = KeysAfter(lines.AsSpan(3), "key");
        var logs = KeysAfter(lines.AsSpan(3 + editors.Count), "log");
        if (
            3 + editors.Count + logs.Count != lines.Length
            || editors.Count is 0 or > MostKeys
            || logs.Count is 0 or > MostKeys
            || threshold < 1
            || threshold > editors.Count
            || !AreDifferent(editors)
            || !AreDifferent(logs)
        )
        {
            return false;
        }

        set = new KeySet(lines[0], version, (int)threshold, editors, logs);
        return true;
    }

    /// <summary>The text that editors sign.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"{Name}\n{Version}\nthreshold {Threshold}\n"
        );
        foreach (var key in Editors)
        {
            text.Append(CultureInfo.InvariantCulture, $"key {key}\n");
        }

        foreach (var key in Logs)
        {
            text.Append(CultureInfo.InvariantCulture, $"log {key}\n");
        }

        return text.ToString();
    }

    /// <summary>How many of this set's editors signed a note; a line of theirs that does not hold makes it none.</summary>
    public int Signatures(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.SignedBy(Editors)?.Count ?? 0;
    }

    private static List<VerifierKey> KeysAfter(ReadOnlySpan<string> lines, string word)
    {
        var keys = new List<VerifierKey>();
        foreach (var line in lines)
        {
            if (
                !ExactText.TryAfter(line, word, out var rest)
                || !VerifierKey.TryParse(rest, out var key)
                || key.Kind != KeyKind.Note
            )
            {
                break;
            }

            keys.Add(key);
        }

        return keys;
    }

    // One key under two names would be counted as two editors.
    private static bool AreDifferent(List<VerifierKey> keys) =>
        keys.Select(key => Convert.ToHexString(key.PublicKey)).Distinct(StringComparer.Ordinal).Count() == keys.Count
        && keys.Select(key => key.Name).Distinct(StringComparer.Ordinal).Count() == keys.Count;
}
