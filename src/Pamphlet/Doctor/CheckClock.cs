using System.Globalization;

namespace Pamphlet.Doctor;

/// <summary>
/// The clock: with a wrong one scheduled texts appear at the wrong hour, editions are dated into the future, and tor finds no
/// network.
/// </summary>
internal static class CheckClock
{
    private const string Subject = "clock";
    private const string SetIt = "timedatectl set-ntp true    (or: apt install chrony)";

    // What another clock wrote may be a little ahead of ours.
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(10);

    // No paper of this program is older.
    private static readonly DateTimeOffset Earliest = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static Finding Run(Patient patient)
    {
        var now = patient.Time.GetUtcNow();
        var newest = Newest(patient);
        if (now < Earliest || newest - now > Leeway)
        {
            return Finding.Wrong(
                Subject,
                now < Earliest
                    ? string.Create(CultureInfo.InvariantCulture, $"The clock says {now:yyyy-MM-dd}: it is not set.")
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"The clock says {now:yyyy-MM-dd HH:mm} UTC, and the paper was written at {newest:yyyy-MM-dd HH:mm}: it went back."
                    ),
                SetIt
            );
        }

        return patient.KeepsTime() switch
        {
            false => Finding.Warn(Subject, "Nothing on this machine keeps the clock right.", SetIt),
            true => Finding.Good(Subject, "Something keeps the clock right, and no file is from the future."),
            null => Finding.Good(
                Subject,
                "No file is from the future. Whether something keeps it right is not told here."
            ),
        };
    }

    private static DateTimeOffset Newest(Patient patient) =>
        new[] { patient.In("pamphlet.db"), patient.In("shelf/current") }
            .Where(File.Exists)
            .Select(file => new DateTimeOffset(File.GetLastWriteTimeUtc(file)))
            .DefaultIfEmpty(DateTimeOffset.MinValue)
            .Max();
}
