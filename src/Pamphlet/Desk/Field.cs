namespace Pamphlet.Desk;

/// <summary>One field of a form: its label, a hint below it, what is wrong with it, and what was typed.</summary>
internal sealed record Field(string Name, string Label)
{
    public string Value { get; init; } = "";

    public string Hint { get; init; } = "";

    /// <summary>One kind sentence, or empty: nothing is wrong.</summary>
    public string Message { get; init; } = "";

    public string Type { get; init; } = "text";

    public string Autocomplete { get; init; } = "off";

    public int MaxLength { get; init; } = 200;

    /// <summary>More than one: a text of so many lines.</summary>
    public int Lines { get; init; } = 1;

    public bool IsRequired { get; init; }

    /// <summary>Whether a phone should leave capitals and spelling alone: names of accounts, passphrases, addresses.</summary>
    public bool IsCode { get; init; }

    /// <summary>A number of some digits: a field as wide as the page would ask for more.</summary>
    public bool IsShort { get; init; }

    public string Id => $"f-{Name}";

    /// <summary>What a screen reader reads after the label.</summary>
    public string? DescribedBy =>
        string.Join(' ', new[] { Message.Length > 0 ? $"{Id}-message" : "", Hint.Length > 0 ? $"{Id}-hint" : "" })
            .Trim()
            is { Length: > 0 } ids
            ? ids
            : null;
}

/// <summary>Several answers to one question; one or more of them, as <paramref name="IsMany"/> says.</summary>
internal sealed record Choice(string Name, string Question, IReadOnlyList<Choice.Answer> Answers, bool IsMany)
{
    public string Hint { get; init; } = "";

    public string Message { get; init; } = "";

    internal sealed record Answer(string Value, string Label, bool IsChosen, string Hint = "");
}

/// <summary>What is wrong with a form, by field, in the order in which it is said.</summary>
internal sealed class Complaints
{
    private readonly List<(string Field, string Message)> said = [];

    public IReadOnlyList<(string Field, string Message)> All => said;

    public bool IsEmpty => said.Count == 0;

    public string this[string field] =>
        said.Find(one => string.Equals(one.Field, field, StringComparison.Ordinal)).Message ?? "";

    public void Add(string field, string message) => said.Add((field, message));
}
