namespace Pamphlet.Verbs;

/// <summary>One process at a time writes editions into a folder; the lock goes with the process, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    private FolderLock(FileStream file)
    {
        this.file = file;
    }

    /// <returns>Null: another process has it.</returns>
    public static FolderLock? TryTake(string folder)
    {
        try
        {
            return new FolderLock(
                new FileStream(
                    Path.Combine(folder, "lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
