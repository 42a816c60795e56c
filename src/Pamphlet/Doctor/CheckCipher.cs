namespace Pamphlet.Doctor;

/// <summary>Whether the disk under the data folder is encrypted.</summary>
internal static class CheckCipher
{
    private const string Subject = "encryption";

    public static Finding Run(Patient patient)
    {
        var device = DeviceOf(patient, Path.GetFullPath(patient.Folder));
        return device is null || !device.StartsWith("/dev/", StringComparison.Ordinal)
                ? Finding.Warn(
                    Subject,
                    "Whether the disk is encrypted cannot be seen from here.",
                    "lsblk -o NAME,TYPE,MOUNTPOINTS    (on the machine itself: look for «crypt»)"
                )
            : Ciphered.Is(patient, device) ? Finding.Good(Subject, "The disk under the data folder is encrypted.")
            : Finding.Warn(
                Subject,
                "The disk under the data folder is not encrypted: whoever takes it reads drafts, and keys that no secret locks.",
                "docs/operate.md, «A machine» and «Keys»    (apt install cryptsetup; a secret: --secret-file)"
            );
    }

    /// <summary>The device that a path is mounted from, or null.</summary>
    public static string? DeviceOf(Patient patient, string path) =>
        (patient.Read("proc/self/mounts") ?? "")
            .Split('\n')
            .Select(line => line.Split(' '))
            .Where(mount => mount.Length > 2 && Holds(mount[1], path))
            .MaxBy(mount => mount[1].Length)
            ?[0];

    private static bool Holds(string mount, string path) =>
        mount is "/"
        || string.Equals(mount, path, StringComparison.Ordinal)
        || path.StartsWith($"{mount}/", StringComparison.Ordinal);
}
