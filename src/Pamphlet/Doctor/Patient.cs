using Pamphlet.Storage;

namespace Pamphlet.Doctor;

/// <summary>What is looked at.</summary>
/// <param name="Folder">The paper's data folder; it need not be there.</param>
internal sealed record Patient(string Folder, DatabaseAddress Database, TimeProvider Time)
{
    /// <summary>Where readers find the paper, or null: what the paper says itself.</summary>
    public Uri? Address { get; init; }

    /// <summary>The machine's own files begin here: <c>/</c>, or a test's folder.</summary>
    public string Root { get; init; } = "/";

    /// <summary>Where programs are.</summary>
    public string? ProgramPath { get; init; }

    /// <summary>Whether something keeps the clock right, or null: this system does not tell.</summary>
    public Func<bool?> KeepsTime { get; init; } = KernelClock.IsKept;

    /// <summary>Room on the disk of a folder, in bytes.</summary>
    public Func<string, long> FreeRoom { get; init; } = folder => new DriveInfo(folder).AvailableFreeSpace;

    /// <summary>Whether who asks may read everything, so that rights say nothing.</summary>
    public bool IsRoot { get; init; } = Environment.IsPrivilegedProcess;

    public bool HasFolder => Directory.Exists(Folder);

    public bool IsFounded => Database.IsPostgres || File.Exists(In("pamphlet.db"));

    public string In(string name) => Path.Combine(Folder, name);

    /// <summary>A file of the machine: <c>proc/swaps</c>.</summary>
    public string At(string path) => Path.Combine(Root, path);

    /// <returns>Its text, or null: it is not there, or not ours to read.</returns>
    public string? Read(string path)
    {
        try
        {
            return File.Exists(At(path)) ? File.ReadAllText(At(path)) : null;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
