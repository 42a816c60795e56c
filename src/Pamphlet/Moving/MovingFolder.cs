namespace Pamphlet.Moving;

/// <summary>Where an uploaded export lies until it is imported: <c>moving/</c> of the data folder. What an earlier run left there is noise.</summary>
internal sealed class MovingFolder
{
    /// <summary>Of one upload, in bytes. What is larger is imported with the command line, which reads it where it lies.</summary>
    public const long Largest = 1024L * 1024 * 1024;

    // A disk that is full keeps readers' words and editors' drafts from being saved.
    private const long LeftFree = 256L * 1024 * 1024;

    private readonly string folder;

    public MovingFolder(string dataFolder)
    {
        DataFolder = dataFolder;
        folder = Path.Combine(dataFolder, "moving");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public string DataFolder { get; }

    public string Export => Path.Combine(folder, "export");

    /// <summary>How much may be uploaded now, in bytes; 0: the disk has no room.</summary>
    public long Room =>
        Math.Clamp(new DriveInfo(Path.GetFullPath(DataFolder)).AvailableFreeSpace - LeftFree, 0, Largest);

    public void Prepare() =>
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
