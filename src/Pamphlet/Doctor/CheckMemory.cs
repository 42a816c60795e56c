using Pamphlet.Web;

namespace Pamphlet.Doctor;

/// <summary>Ways by which memory, with whatever somebody was sending, comes to lie on a disk: swap, sleep, dumps.</summary>
internal static class CheckMemory
{
    private const string Subject = "memory";
    private const string NoSwap = "swapoff -a    (and take it out of /etc/fstab, or add MemorySwapMax=0 to the unit)";

    public static IEnumerable<Finding> Run(Patient patient)
    {
        var open = Swaps(patient).Where(swap => !IsInMemory(swap) && !IsCiphered(patient, swap)).ToList();
        yield return open.Count > 0
            ? Finding.Wrong(Subject, $"Memory may be written to {open[0]}, which is not encrypted.", NoSwap)
            : Finding.Good(Subject, "No memory is swapped to a disk that is not encrypted.");
        if (open.Count > 0 && patient.Read("sys/power/state")?.Contains("disk", StringComparison.Ordinal) == true)
        {
            yield return Finding.Warn(
                Subject,
                "This machine can hibernate: all its memory would be written there.",
                "systemctl mask hibernate.target hybrid-sleep.target"
            );
        }

        yield return Dumps(patient);
    }

    private static Finding Dumps(Patient patient)
    {
        if (!ForbidDumps.Settle())
        {
            return Finding.Wrong(
                Subject,
                "The kernel does not let the program forbid core dumps: a crash could write its memory to the disk.",
                "sysctl -w kernel.core_pattern=/dev/null    (and LimitCORE=0 in the unit)"
            );
        }

        var handler = patient.Read("proc/sys/kernel/core_pattern")?.Trim() ?? "";
        return handler.StartsWith('|')
            ? Finding.Warn(
                Subject,
                $"Dumps of other programs, a proxy's or tor's, go to {handler[1..].Split(' ')[0]}. The paper forbids its own.",
                "sysctl -w kernel.core_pattern=/dev/null    (for good: in /etc/sysctl.d/)"
            )
            : Finding.Good(Subject, "The program forbids core dumps of itself.");
    }

    private static IEnumerable<string> Swaps(Patient patient) =>
        (patient.Read("proc/swaps") ?? "")
            .Split('\n')
            .Skip(1)
            .Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length > 1)
            .Select(parts => parts[0]);

    private static bool IsInMemory(string swap) => swap.StartsWith("/dev/zram", StringComparison.Ordinal);

    // A swap file lies on a disk of which we look at the mount.
    private static bool IsCiphered(Patient patient, string swap) =>
        swap.StartsWith("/dev/", StringComparison.Ordinal)
            ? Ciphered.Is(patient, swap)
            : CheckCipher.DeviceOf(patient, swap) is { } device && Ciphered.Is(patient, device);
}
