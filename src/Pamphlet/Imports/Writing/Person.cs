namespace Pamphlet.Imports.Writing;

/// <summary>Somebody who signed texts.</summary>
/// <param name="called">What the report calls them: with a number where two have one name.</param>
/// <param name="was">What the old site printed.</param>
/// <param name="penName">What the paper calls them; <c>""</c> for no signature.</param>
internal sealed class Person(string called, string was, string penName)
{
    public string Called { get; } = called;

    public string Was { get; } = was;

    public string PenName { get; } = penName;

    public int Texts { get; set; }

    public int Comments { get; set; }

    public AuthorCount Count => new(PenName, Was, Texts, Comments);
}
