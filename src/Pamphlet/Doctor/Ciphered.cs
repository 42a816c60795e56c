namespace Pamphlet.Doctor;

/// <summary>Whether what is written to a block device passes an encryption on its way: as the kernel's own list of devices says.</summary>
internal static class Ciphered
{
    private const int Deepest = 8;

    /// <param name="device"><c>/dev/dm-0</c>, <c>/dev/mapper/swap</c>, <c>/dev/sda2</c>.</param>
    public static bool Is(Patient patient, string device)
    {
        var path = patient.At(device.TrimStart('/'));
        // In a container there may be no such file: then its name is all that is known.
        var link = Path.Exists(path) ? new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) : null;
        var real = link?.Name ?? Path.GetFileName(path);
        return IsBlock(patient, real, Deepest);
    }

    // A volume on an encrypted disk is ciphered too: what lies under it is asked.
    private static bool IsBlock(Patient patient, string name, int deepest)
    {
        if (patient.Read($"sys/block/{name}/dm/uuid")?.StartsWith("CRYPT-", StringComparison.Ordinal) == true)
        {
            return true;
        }

        var under = patient.At($"sys/block/{name}/slaves");
        var slaves = Directory.Exists(under) ? Directory.GetFileSystemEntries(under) : [];
        return deepest > 0
            && slaves.Length > 0
            && Array.TrueForAll(slaves, slave => IsBlock(patient, Path.GetFileName(slave), deepest - 1));
    }
}
