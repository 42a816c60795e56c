using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal;

/// <summary>Whose signatures somebody wants to see before believing a checkpoint (C2SP tlog-policy).</summary>
public sealed class WitnessPolicy
{
    private const int MostLines = 1000;
    private readonly Dictionary<string, VerifierKey> witnesses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Least, string[] Members)> groups = new(StringComparer.Ordinal);
    private string quorum = "none";

    private WitnessPolicy() { }

    /// <summary>Keys of the logs that are believed.</summary>
    public IReadOnlyList<VerifierKey> Logs { get; private set; } = [];

    /// <summary>Keys of the witnesses that are named.</summary>
    public IReadOnlyCollection<VerifierKey> Witnesses => witnesses.Values;

    /// <summary>Reads a policy file; empty lines and lines that begin with # say nothing.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out WitnessPolicy? policy)
    {
        policy = null;
        var lines = (text ?? "").Split('\n', MostLines + 1);
        var read = new WitnessPolicy();
        var logs = new List<VerifierKey>();
        var hasQuorum = false;
        foreach (var line in lines)
        {
            var words = line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#'))
            {
                continue;
            }

            var isGood = words[0] switch
            {
                "log" => words.Length is 2 or 3 && AddLog(logs, words[1]),
                "witness" => words.Length is 3 or 4 && !hasQuorum && read.AddWitness(words[1], words[2]),
                "group" => words.Length >= 4 && !hasQuorum && read.AddGroup(words[1], words[2], words[3..]),
                "quorum" => words.Length == 2 && !hasQuorum && read.SetQuorum(words[1], out hasQuorum),
                _ => false,
            };
            if (!isGood)
            {
                return false;
            }
        }

        if (lines.Length > MostLines || !hasQuorum)
        {
            return false;
        }

        read.Logs = logs;
        policy = read;
        return true;
    }

    /// <summary>Whether the witnesses who cosigned are enough.</summary>
    public bool IsMetBy(IEnumerable<VerifierKey> cosigners)
    {
        var signed = cosigners.ToHashSet();
        return ExactText.Same(quorum, "none") || IsMet(quorum);

        // Groups name only what stands above them: nothing can go round in circles.
        bool IsMet(string name) =>
            groups.TryGetValue(name, out var group)
                ? group.Members.Count(IsMet) >= group.Least
                : signed.Contains(witnesses[name]);
    }

    private static bool AddLog(List<VerifierKey> logs, string text)
    {
        if (!VerifierKey.TryParse(text, out var key) || key.Kind != KeyKind.Note)
        {
            return false;
        }

        logs.Add(key);
        return true;
    }

    private bool AddWitness(string name, string text) =>
        IsNew(name)
        && VerifierKey.TryParse(text, out var key)
        && key.Kind == KeyKind.Cosignature
        && !witnesses.ContainsValue(key)
        && witnesses.TryAdd(name, key);

    private bool AddGroup(string name, string least, string[] members)
    {
        if (!IsNew(name) || !members.All(IsKnown) || members.Distinct(StringComparer.Ordinal).Count() != members.Length)
        {
            return false;
        }

        var count = least switch
        {
            "all" => members.Length,
            "any" => 1,
            _ => ExactText.TryCount(least, out var read) && read <= members.Length ? (int)read : 0,
        };
        return count >= 1 && groups.TryAdd(name, (count, members));
    }

    private bool SetQuorum(string name, out bool isSet)
    {
        isSet = ExactText.Same(name, "none") || IsKnown(name);
        quorum = name;
        return isSet;
    }

    private bool IsNew(string name) => !ExactText.Same(name, "none") && !IsKnown(name);

    private bool IsKnown(string name) => witnesses.ContainsKey(name) || groups.ContainsKey(name);
}
