namespace Pamphlet.Signing.Checking;

/// <summary>A copy in a folder: an export, a stick.</summary>
internal sealed class FolderCopy(string folder) : IEditionCopy
{
    public async Task<byte[]?> ReadAsync(string name, long most, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Path.Combine(folder, name));

        // A link may lead anywhere on the machine that checks.
        return file.Exists && file.Length <= most && file.LinkTarget is null
            ? await File.ReadAllBytesAsync(file.FullName, cancellationToken)
            : null;
    }

    public IReadOnlyCollection<string> Names() =>
        [
            .. Directory
                .EnumerateFiles(
                    folder,
                    "*",
                    new EnumerationOptions
                    {
                        RecurseSubdirectories = true,
                        AttributesToSkip = FileAttributes.ReparsePoint,
                    }
                )
                .Select(file => Path.GetRelativePath(folder, file)),
        ];

    public void Dispose() { }
}
