namespace Pamphlet.Storage;

/// <summary>
/// What a reader typed into the search field, as terms that both databases understand alike. Only letters and digits
/// survive, so nothing that is typed can be an operator of either.
/// </summary>
internal sealed class SearchQuery
{
    private const int MostTerms = 12;

    private readonly IReadOnlyList<IReadOnlyList<string>> terms;
    private readonly bool endsInAWordBegun;

    private SearchQuery(IReadOnlyList<IReadOnlyList<string>> terms, bool endsInAWordBegun)
    {
        this.terms = terms;
        this.endsInAWordBegun = endsInAWordBegun;
    }

    /// <summary>True where nothing was typed that could be searched for.</summary>
    public bool IsEmpty => terms.Count == 0;

    /// <summary>The folded words, for marking them in a snippet.</summary>
    public IReadOnlyList<string> Words => [.. terms.SelectMany(term => term)];

    /// <summary>The last word where it may be only begun, or null.</summary>
    public string? WordBegun => endsInAWordBegun ? terms[^1][0] : null;

    /// <summary>Words must all occur; words in quotation marks must follow each other; the last word may be only begun.</summary>
    public static SearchQuery Parse(string typed)
    {
        var parts = typed.Split('"', '“', '”', '„', '«', '»');
        var found = new List<IReadOnlyList<string>>();
        for (var i = 0; i < parts.Length && found.Count < MostTerms; i++)
        {
            var words = SearchWords.Of(parts[i]);
            var isPhrase = i % 2 == 1;
            if (isPhrase && words.Count > 0)
            {
                found.Add(words);
            }
            else
            {
                found.AddRange(parts[i].Split((char[]?)null).SelectMany(Terms).Take(MostTerms - found.Count));
            }
        }

        var begun = found.Count > 0 && found[^1].Count == 1 && typed.Length > 0 && char.IsLetterOrDigit(typed[^1]);
        return new SearchQuery(found, begun);
    }

    private static IEnumerable<IReadOnlyList<string>> Terms(string typed)
    {
        var words = SearchWords.Of(typed);
        var isRow = words.Count > 1 && words.Any(word => SearchWords.StandsAlone(word.EnumerateRunes().First()));
        return isRow ? [words] : words.Select(word => (IReadOnlyList<string>)[word]);
    }

    /// <summary>For SQLite's FTS5 over the columns title and body, within one paper.</summary>
    /// <param name="inTitle">All words must stand in the title.</param>
    public string ToFts5(string paper, bool inTitle = false) =>
        $"paper : \"{paper}\" AND {{{(inTitle ? "title" : "title body")}}} : ("
        + string.Join(" AND ", terms.Select((term, i) => $"\"{string.Join(' ', term)}\"{(IsBegun(i) ? "*" : "")}"))
        + ")";

    /// <summary>For PostgreSQL's <c>to_tsquery('simple', …)</c>.</summary>
    /// <param name="inTitle">All words must stand in the title, whose words bear the weight A.</param>
    public string ToTsQuery(bool inTitle = false) =>
        string.Join(
            " & ",
            terms.Select(
                (term, i) => $"({string.Join(" <-> ", term.Select(word => $"'{word}'{Mark(inTitle, IsBegun(i))}"))})"
            )
        );

    private static string Mark(bool inTitle, bool isBegun) =>
        (inTitle, isBegun) switch
        {
            (true, true) => ":*A",
            (true, false) => ":A",
            (false, true) => ":*",
            _ => "",
        };

    private bool IsBegun(int term) => endsInAWordBegun && term == terms.Count - 1;
}
