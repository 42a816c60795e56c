using System.Globalization;
using System.Text;
using Pamphlet.Storage;

namespace Pamphlet.Backup;

/// <summary>The day of the last whole backup, in <c>last-backup</c> of the data folder: editors are reminded, whoever made it.</summary>
internal static class BackupDay
{
    private const string Name = "last-backup";
    private const string Format = "yyyy-MM-dd";

    /// <returns>Null: none was made that anybody remembers.</returns>
    public static DateOnly? Last(string dataFolder) =>
        Path.Combine(dataFolder, Name) is var file
        && File.Exists(file)
        && DateOnly.TryParseExact(
            File.ReadAllText(file).Trim(),
            Format,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    public static void Note(string dataFolder, TimeProvider time)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).ToString(Format, CultureInfo.InvariantCulture);
        var file = Path.Combine(dataFolder, Name);
        Durable.Replace(file, $"{file}.next", Encoding.ASCII.GetBytes($"{day}\n"));
    }
}
