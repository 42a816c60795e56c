namespace Pamphlet.Imports;

/// <summary>How an import ended. Whatever is not <see cref="Imported"/> left the paper as it was.</summary>
internal abstract record ImportOutcome
{
    /// <summary>Done, or, in a dry run, what would be done.</summary>
    internal sealed record Imported(ImportReport Report) : ImportOutcome;

    /// <summary>The export holds several blogs; the operator names one.</summary>
    internal sealed record SeveralBlogs(IReadOnlyList<OfferedBlog> Blogs) : ImportOutcome;

    /// <summary>The file is at fault, or not ours to read.</summary>
    /// <param name="Sentence">For the operator: what was found, and what was expected.</param>
    internal sealed record Refused(ImportRefusal Reason, string Sentence) : ImportOutcome;
}

/// <summary>A blog that an export holds.</summary>
/// <param name="Number">Blogger's number of it.</param>
/// <param name="Comments">All of them, spam included.</param>
internal sealed record OfferedBlog(string Title, string Number, int Posts, int Pages, int Comments);

internal enum ImportRefusal
{
    /// <summary>No such file or folder, or it cannot be read.</summary>
    NotFound,

    /// <summary>None of the formats that are known.</summary>
    NotAnExport,

    /// <summary>A whole paper does not go into a house that holds another.</summary>
    NotEmpty,

    /// <summary>No blog of that name in the export.</summary>
    NoSuchBlog,

    /// <summary>The export is torn or not well-formed beyond repair.</summary>
    Broken,

    /// <summary>A size, a depth or a number that no honest export has.</summary>
    TooLarge,

    /// <summary>A construction that serves only attacks: a DTD, a path that climbs out of its archive.</summary>
    Hostile,

    /// <summary>The file of names cannot be read.</summary>
    Authors,
}
