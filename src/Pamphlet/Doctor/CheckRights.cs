namespace Pamphlet.Doctor;

/// <summary>Who may look into the data folder, and whether the paper itself can write all that lies there.</summary>
internal static class CheckRights
{
    private const string Subject = "rights";

    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    public static IEnumerable<Finding> Run(Patient patient)
    {
        var mode = File.GetUnixFileMode(patient.Folder);
        yield return (mode & Others) == UnixFileMode.None
            ? Finding.Good(Subject, "Only its owner can look into the data folder.")
            : Finding.Wrong(
                Subject,
                $"Other users of this machine can look into {patient.Folder}: drafts and keys lie there.",
                $"chmod 700 {patient.Folder}"
            );
        if (patient.IsRoot)
        {
            yield return Finding.Warn(
                Subject,
                "This was asked as root, who may read and write everything: what the paper's own user may, it does not show.",
                "runuser -u pamphlet -- pamphlet doctor"
            );
            yield break;
        }

        if (Closed(patient.Folder) is { } closed)
        {
            yield return Finding.Wrong(
                Subject,
                $"The paper's user cannot write {closed}: somebody else made it.",
                $"chown -R pamphlet: {patient.Folder}    (as root; name the user that serves)"
            );
        }
    }

    /// <returns>The first that we may not write, or null.</returns>
    private static string? Closed(string folder)
    {
        try
        {
            return Directory
                .EnumerateFiles(
                    folder,
                    "*",
                    new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false }
                )
                .FirstOrDefault(IsClosed);
        }
        catch (UnauthorizedAccessException refused)
        {
            return refused.Message;
        }
    }

    private static bool IsClosed(string file)
    {
        try
        {
            using var open = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            // Locked by the running paper, or gone meanwhile: its own.
            return false;
        }
    }
}
