using System.Globalization;
using Pamphlet.Backup;

namespace Pamphlet.Doctor;

/// <summary>How old the last backup is. Where it lies the paper does not know, and need not.</summary>
internal static class CheckBackup
{
    private const string Subject = "backup";
    private const string MakeOne = "pamphlet backup paper.backup.age --to age1…    (and carry it elsewhere)";
    private const int Old = 7;
    private const int TooOld = 30;

    public static Finding Run(Patient patient)
    {
        if (BackupDay.Last(patient.Folder) is not { } day)
        {
            return Finding.Warn(Subject, "No backup was ever made of this paper.", MakeOne);
        }

        var age = DateOnly.FromDateTime(patient.Time.GetUtcNow().UtcDateTime).DayNumber - day.DayNumber;
        var said = string.Create(CultureInfo.InvariantCulture, $"The last backup is of {day:yyyy-MM-dd}");
        return age > TooOld ? Finding.Wrong(Subject, $"{said}: what was written since would be lost.", MakeOne)
            : age > Old ? Finding.Warn(Subject, $"{said}.", MakeOne)
            : Finding.Good(Subject, $"{said}. Rehearse it now and then: pamphlet restore.");
    }
}
