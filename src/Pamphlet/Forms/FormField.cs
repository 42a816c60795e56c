namespace Pamphlet.Forms;

/// <summary>A field: its name, what stands beside it, and what was typed.</summary>
/// <param name="Id">Its name in the form and on the page.</param>
/// <param name="Hint">What helps to fill it, or <c>""</c>.</param>
/// <param name="Fault">What to change, in a sentence; null: nothing is wrong with it.</param>
/// <param name="Rows">Of a text of several lines; 0: one line.</param>
internal sealed record FormField(
    string Id,
    string Label,
    string Value,
    string Hint = "",
    string? Fault = null,
    int Rows = 0
)
{
    /// <summary>Its hint is shown as code is: letters that look alike must not.</summary>
    public bool IsCode { get; init; }

    /// <summary>What a screen reader says after the name.</summary>
    public string? DescribedBy =>
        (Fault, Hint) switch
        {
            (null, "") => null,
            (null, _) => $"{Id}-hint",
            (_, "") => $"{Id}-fault",
            _ => $"{Id}-fault {Id}-hint",
        };
}
