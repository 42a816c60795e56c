namespace Pamphlet.Imports.Files;

/// <summary>One file of an export, wherever it lies.</summary>
/// <param name="Path">Within the export, parted by <c>/</c>; for messages and neighbours, never to write to.</param>
/// <param name="Length">In bytes, as the folder or the archive says.</param>
/// <param name="Open">Opens it anew; several passes read it.</param>
internal sealed record ExportFile(string Path, long Length, Func<Stream> Open)
{
    /// <summary>When it was last written, as the folder or the archive says; or null.</summary>
    public DateTimeOffset? Modified { get; init; }

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Up to and without the last slash; <c>""</c> at the root.</summary>
    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";
}
