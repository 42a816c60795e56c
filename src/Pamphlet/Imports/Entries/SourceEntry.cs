namespace Pamphlet.Imports.Entries;

/// <summary>One entry of an export as far as a paper may know it. What would identify a reader was counted and left behind.</summary>
/// <param name="Number">The old system's number of it within the site: the same in every export of that site. Letters, digits, <c>-</c> and <c>_</c>.</param>
internal sealed record SourceEntry(string Number, EntryKind Kind)
{
    /// <summary>What feed readers know it by, <c>tag:blogger.com,1999:blog-N.post-M</c>, or <c>""</c>.</summary>
    public required string Id { get; init; }

    public required EntryStatus Status { get; init; }

    public required SourceAuthor Author { get; init; }

    /// <summary>Who signed it besides <see cref="Author"/>, in order.</summary>
    public IReadOnlyList<SourceAuthor> OtherAuthors { get; init; } = [];

    public required string Title { get; init; }

    /// <summary>A second title; <c>""</c> for none.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>HTML; <c>""</c> where only the facts were asked for.</summary>
    public required string Html { get; init; }

    /// <summary>Whether bare line ends in <see cref="Html"/> part paragraphs and lines.</summary>
    public bool LinesAreParagraphs { get; init; }

    /// <summary>One sentence for search engines, or <c>""</c>.</summary>
    public required string Summary { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>Where it was read: a path from the root or a whole address, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Other paths from the root, with their questions, that led to it: <c>/?p=12</c>.</summary>
    public IReadOnlyList<string> OtherAddresses { get; init; } = [];

    /// <summary>The last part of its address as the old site chose it, or <c>""</c>.</summary>
    public string Slug { get; init; } = "";

    /// <summary>The language it says it is in, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Texts with the same word here are versions of one text in several languages; or null.</summary>
    public string? TranslationOf { get; init; }

    /// <summary>The address of the picture that stood for it in lists, or null; with the words for whoever cannot see it.</summary>
    public SourcePicture? LeadPicture { get; init; }

    /// <summary>The number of the text that a comment stands under, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>The number of the comment that a comment answers, or null.</summary>
    public string? InReplyTo { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>False: readers could write nothing below it.</summary>
    public bool CommentsOpen { get; init; } = true;

    /// <summary>Deleted by its author, and kept only to be undone.</summary>
    public bool IsTrashed { get; init; }

    /// <summary>Only its place is left, and a sentence of the system's.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>The text was longer than <see cref="Files.ExportLimits.Text"/> and was not read.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>Why it must not be public although its state says so (<c>it had a password</c>), or null.</summary>
    public string? HeldBack { get; init; }

    /// <summary>Characters that were mended (wrong encoding) and left out (forbidden).</summary>
    public int Mended { get; init; }

    public int Forbidden { get; init; }

    /// <summary>What was left behind, by kind.</summary>
    public IReadOnlyList<string> LeftBehind { get; init; } = [];

    public IEnumerable<SourceAuthor> Authors => OtherAuthors.Prepend(Author);
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

    /// <summary>A comment that the old system or an editor took for advertising, or hid.</summary>
    Refused,

    /// <summary>A word that no export had when this was written. It never becomes public by itself.</summary>
    Unknown,
}

/// <summary>Who signed an entry.</summary>
/// <param name="Uri">It tells people of the same name apart while the file is read, and is kept nowhere.</param>
/// <param name="IsAnonymous">The reader chose to give no account.</param>
internal sealed record SourceAuthor(string Name, string Uri, bool IsAnonymous)
{
    /// <summary>The export names nobody: the text stays without a signature.</summary>
    public static SourceAuthor Nobody { get; } = new("", "nobody:", IsAnonymous: false);
}

internal sealed record SourcePicture(string Address, string Alt, string Caption);
