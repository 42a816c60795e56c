namespace Pamphlet.Forms;

/// <summary>What a reader sent, as it arrived.</summary>
/// <param name="isCut">It was longer than the page takes; the end is missing.</param>
/// <param name="isDamaged">Some bytes were no UTF-8; U+FFFD stands where they were.</param>
/// <param name="isFromElsewhere">The browser says that another site's page sent it: nobody meant it.</param>
internal sealed class SentForm(
    IReadOnlyList<KeyValuePair<string, string>> fields,
    bool isCut,
    bool isDamaged,
    bool isFromElsewhere
)
{
    public bool IsCut => isCut;

    public bool IsDamaged => isDamaged;

    public bool IsFromElsewhere => isFromElsewhere;

    /// <summary>The first field of that name, or <c>""</c>.</summary>
    public string this[string name] => All(name).FirstOrDefault("");

    /// <summary>Whether a button or a box of that name was sent at all.</summary>
    public bool Has(string name) => All(name).Any();

    public IEnumerable<string> All(string name) =>
        fields.Where(field => string.Equals(field.Key, name, StringComparison.Ordinal)).Select(field => field.Value);
}
