using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Pamphlet.Tests.Letters;

/// <summary>What a running program holds in memory, as whoever took the machine over reads it: every page that it can write to.</summary>
internal static class MemoryImage
{
    /// <summary>Why it cannot be read here, or null.</summary>
    public static string? Absence(int process)
    {
        try
        {
            File.OpenHandle($"/proc/{process}/mem").Dispose();
            return null;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return "The memory of another process can be read by root alone: run this test as root.";
        }
    }

    /// <returns>Where which of the words stand: the kind of memory, once for each window that holds one.</returns>
    public static IReadOnlyList<string> Find(int process, IEnumerable<string> words)
    {
        var needles = new Needles(words);
        var found = new List<string>();
        using var memory = File.OpenHandle($"/proc/{process}/mem");
        foreach (var line in File.ReadAllLines($"/proc/{process}/maps"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var ends = parts[0].Split('-').Select(end => long.Parse(end, NumberStyles.HexNumber, null)).ToArray();
            if (parts[1].StartsWith("rw", StringComparison.Ordinal))
            {
                var (at, end) = (ends[0], ends[1]);
                needles.Look(
                    into => Read(memory, into, ref at, end),
                    word => found.Add($"{word} in {(parts.Length > 5 ? parts[5] : "memory of its own")}")
                );
            }
        }

        return found;
    }

    private static int Read(SafeFileHandle memory, Span<byte> into, ref long at, long end)
    {
        try
        {
            var count = RandomAccess.Read(memory, into[..(int)Math.Min(into.Length, end - at)], at);
            at += count;
            return count;
        }
        catch (IOException)
        {
            // It is gone, or was never there.
            return 0;
        }
    }
}
