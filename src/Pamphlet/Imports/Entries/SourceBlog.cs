namespace Pamphlet.Imports.Entries;

/// <summary>One site of an export, before anything but its outline was read: what the importers of all systems have in common.</summary>
internal abstract record SourceBlog
{
    /// <summary><c>blogger</c>, <c>wordpress</c> …: texts are known again by this, <see cref="Number"/> and their own number.</summary>
    public abstract string System { get; }

    /// <summary>As the report says it: <c>blogger-takeout</c>, <c>wordpress-wxr</c> …</summary>
    public abstract string Format { get; }

    /// <summary>What tells this site from others of its system.</summary>
    public abstract string Number { get; }

    public required string Title { get; init; }

    /// <summary>The line under the title, which may be HTML; <c>""</c> for none.</summary>
    public virtual string Line => "";

    /// <summary>The language as the system writes it, <c>en_US</c>; <c>""</c> where it says none.</summary>
    public virtual string Locale => "";

    /// <summary>The addresses under which it was read.</summary>
    public virtual IReadOnlyList<Uri> Homes => [];

    /// <summary>Names before <c>.blogspot.com</c>.</summary>
    public virtual IReadOnlyList<string> Blogspots => [];

    /// <summary>The Atom id of its feed; <c>""</c>: it had none that we could go on with.</summary>
    public virtual string FeedId => "";

    /// <summary>Only invited people could read it.</summary>
    public virtual bool IsPrivate => false;

    /// <summary>Where a folder stands for a text (<c>/slug/</c>), the folder's name may become a file's in the paper's own order.</summary>
    public virtual bool KeepsPaths => true;

    /// <summary>Whether links within a text or the export's folder name pictures by their place in it.</summary>
    public virtual bool HasPictureFolder => false;

    /// <summary>The moment of the export where the file says it.</summary>
    public virtual DateTimeOffset? ExportedAt => null;

    /// <summary>What had to be repaired or guessed to read it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the export holds that no paper has, by kind.</summary>
    public IReadOnlyDictionary<string, int> LeftBehind { get; init; } =
        new Dictionary<string, int>(StringComparer.Ordinal);

    public required OfferedBlog Offer { get; init; }

    /// <summary>Whether the operator's words name this site.</summary>
    public virtual bool IsNamed(string words) =>
        words.Equals(Title, StringComparison.OrdinalIgnoreCase)
        || words.Equals(Number, StringComparison.OrdinalIgnoreCase)
        || Homes.Any(home => words.Equals(home.Host, StringComparison.OrdinalIgnoreCase));

    /// <summary>All texts and comments, in the file's order, read anew from its beginning.</summary>
    /// <exception cref="Files.ExportRefusedException">The file is torn, hostile or too large.</exception>
    public abstract IEnumerable<SourceEntry> Entries(CancellationToken cancellationToken);

    /// <summary>Addresses that every site of this system had, and that a paper does not answer by itself.</summary>
    /// <param name="texts">Those that are public, without their words.</param>
    public virtual IEnumerable<OldPlace> Places(IReadOnlyCollection<SourceEntry> texts) => [];

    /// <summary>The fragment of a link within the site as the paper's pages name it.</summary>
    public virtual string FragmentOf(string fragment) => fragment;
}

/// <summary>An address of the old site that was no text.</summary>
/// <param name="From">From the root, decoded.</param>
/// <param name="Name">The label or the author's printed name, or <c>""</c>.</param>
internal sealed record OldPlace(string From, PlaceKind Kind, string Name = "");

internal enum PlaceKind
{
    FeedRss,
    FeedAtom,
    CommentsRss,
    CommentsAtom,
    Label,
    LabelFeed,
    Author,
    Archive,
    Front,
}
