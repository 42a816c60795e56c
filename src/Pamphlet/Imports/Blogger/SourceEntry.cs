namespace Pamphlet.Imports.Blogger;

/// <summary>One entry of a feed as far as a paper may know it. What would identify a reader was counted and left behind.</summary>
/// <param name="Number">Blogger's number of it within the blog: the same in both generations of the export.</param>
internal sealed record SourceEntry(string Number, EntryKind Kind)
{
    /// <summary>As the file says it: <c>tag:blogger.com,1999:blog-N.post-M</c>.</summary>
    public required string Id { get; init; }

    public required EntryStatus Status { get; init; }

    public required SourceAuthor Author { get; init; }

    public required string Title { get; init; }

    /// <summary>HTML; <c>""</c> where only the facts were asked for.</summary>
    public required string Html { get; init; }

    /// <summary>One sentence for search engines, or <c>""</c>.</summary>
    public required string Summary { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>The file name of a Takeout or the address of the old export, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The number of the text that a comment stands under, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>The number of the comment that a comment answers, or null.</summary>
    public string? InReplyTo { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Deleted by its author, and kept by Blogger only to be undone.</summary>
    public bool IsTrashed { get; init; }

    /// <summary>Only its place is left, and a sentence of Blogger's.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>The text was longer than <see cref="Files.ExportLimits.Text"/> and was not read.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>Characters that were mended (wrong encoding) and left out (forbidden).</summary>
    public int Mended { get; init; }

    public int Forbidden { get; init; }

    /// <summary>What was left behind, by kind.</summary>
    public IReadOnlyList<string> LeftBehind { get; init; } = [];
}

internal enum EntryKind
{
    Post,
    Page,
    Comment,
}

internal enum EntryStatus
{
    /// <summary>Everybody could read it.</summary>
    Live,
    Draft,

    /// <summary>A comment that waits.</summary>
    Pending,

    /// <summary>A comment that Blogger or an editor took for advertising, or hid.</summary>
    Refused,

    /// <summary>A word that no export had when this was written. It never becomes public by itself.</summary>
    Unknown,
}

/// <summary>Who signed an entry.</summary>
/// <param name="Uri">It tells people of the same name apart while the file is read, and is kept nowhere.</param>
/// <param name="IsAnonymous">The reader chose to give no account.</param>
internal sealed record SourceAuthor(string Name, string Uri, bool IsAnonymous);
