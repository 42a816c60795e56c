namespace Pamphlet.Imports.WordPress;

/// <summary>What was met while an item was read, before anybody judged it. Only what a paper may know is in it.</summary>
internal sealed class WxrItem
{
    /// <summary>By the element's name with the usual prefix; the first of each.</summary>
    public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

    public List<WxrTerm> Terms { get; } = [];

    /// <summary>By key, those that are of use; the last of each.</summary>
    public Dictionary<string, string> Metas { get; } = new(StringComparer.Ordinal);

    /// <summary>Under these paths, too, the text once was read.</summary>
    public List<string> OldSlugs { get; } = [];

    public List<Dictionary<string, string>> Comments { get; } = [];

    public List<string> LeftBehind { get; } = [];

    public bool IsTooLong { get; set; }

    public int Mended { get; set; }

    public int Forbidden { get; set; }

    public string this[string name] => Words.GetValueOrDefault(name, "");
}

/// <param name="Domain"><c>category</c>, <c>post_tag</c>, <c>author</c>, <c>language</c> …</param>
/// <param name="Slug">The last part of its address.</param>
internal sealed record WxrTerm(string Domain, string Slug, string Name);

/// <summary>Somebody who has an account at the old site.</summary>
internal sealed record WxrAuthor(string Id, string Login, string Name);
