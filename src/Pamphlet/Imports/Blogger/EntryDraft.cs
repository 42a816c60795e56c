namespace Pamphlet.Imports.Blogger;

/// <summary>What was met while an entry was read, before anybody judged it.</summary>
internal sealed class EntryDraft
{
    public string Id { get; set; } = "";

    /// <summary>Takeout's word for what it is: POST, PAGE, COMMENT.</summary>
    public string Type { get; set; } = "";

    /// <summary>The old export's word for what it is: post, page, comment, settings, template.</summary>
    public string Kind { get; set; } = "";

    public string Status { get; set; } = "";

    public string Title { get; set; } = "";

    public string Html { get; set; } = "";

    public string Summary { get; set; } = "";

    public string Published { get; set; } = "";

    public string Updated { get; set; } = "";

    public string Created { get; set; } = "";

    public string Filename { get; set; } = "";

    public string Trashed { get; set; } = "";

    public string Parent { get; set; } = "";

    public string InReplyTo { get; set; } = "";

    public string AuthorName { get; set; } = "";

    public string AuthorUri { get; set; } = "";

    public string AuthorType { get; set; } = "";

    public bool IsDraft { get; set; }

    public bool IsRemoved { get; set; }

    public bool IsTooLong { get; set; }

    public int Mended { get; set; }

    public int Forbidden { get; set; }

    /// <summary>By <c>rel</c>; the first of each.</summary>
    public Dictionary<string, string> Links { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<string> Labels { get; } = [];

    public List<string> LeftBehind { get; } = [];
}
