using System.Globalization;

namespace Pamphlet.Doctor;

/// <summary>Room on the disk: an edition that is built whole lies beside the old one for a moment.</summary>
internal static class CheckDisk
{
    private const string Subject = "disk";
    private const long Least = 64L << 20;
    private const string MakeRoom =
        "du -xh --max-depth=1 / | sort -h | tail    (then make room, or move the folder: --data DIR)";

    public static Finding Run(Patient patient)
    {
        var held = Held(patient.In("shelf")) + Held(patient.In("copies")) + Size(patient.In("pamphlet.db"));
        var free = patient.FreeRoom(patient.Folder);
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"{free / 1e6:F0} MB are free beside a paper of {held / 1e6:F0} MB"
        );
        return free < Least ? Finding.Wrong(Subject, $"{said}: the next edition may not fit.", MakeRoom)
            : free < held ? Finding.Warn(Subject, $"{said}: one built whole would not fit beside the old.", MakeRoom)
            : Finding.Good(Subject, $"{said}.");
    }

    private static long Held(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(Size) : 0;

    // A file may go while we count.
    private static long Size(string file) => new FileInfo(file) is { Exists: true } there ? there.Length : 0;
}
