namespace Pamphlet.Imports.Files;

/// <summary>The files of an export, in the order of their paths. Archives stay packed: nothing is ever written to a disk.</summary>
internal sealed class ExportSource(IReadOnlyList<ExportFile> files, IReadOnlyList<IDisposable> open) : IDisposable
{
    public IReadOnlyList<ExportFile> Files { get; } = files;

    public void Dispose()
    {
        foreach (var archive in open)
        {
            archive.Dispose();
        }
    }
}
