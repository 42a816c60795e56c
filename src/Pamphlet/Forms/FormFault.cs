namespace Pamphlet.Forms;

/// <summary>What is wrong with a sent form, and what to do.</summary>
/// <param name="Field">The field it stands beside, or null: the form as a whole.</param>
internal sealed record FormFault(string Sentence, string? Field = null);

/// <summary>Everything that is wrong, for the top of the page.</summary>
internal sealed record FormFaults(IReadOnlyList<FormFault> All)
{
    public static FormFaults None { get; } = new([]);

    /// <summary>The sentence beside a field, or null.</summary>
    public string? Beside(string field) =>
        All.FirstOrDefault(fault => string.Equals(fault.Field, field, StringComparison.Ordinal))?.Sentence;
}
