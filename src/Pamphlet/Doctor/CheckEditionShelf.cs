using System.Globalization;
using Pamphlet.Editions.Shelving;

namespace Pamphlet.Doctor;

/// <summary>Whether the edition that readers get is there and its lists are as they were written.</summary>
internal static class CheckEditionShelf
{
    private const string Subject = "edition";

    public static Finding Run(Patient patient)
    {
        var folder = patient.In("shelf");
        if (!File.Exists(Path.Combine(folder, "current")))
        {
            return Finding.Warn(Subject, "No edition was made yet.", "pamphlet serve");
        }

        return EditionShelf.OpenToRead(folder).Current is { } edition
            ? Finding.Good(
                Subject,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Edition {edition.Number} is there and is as it was written."
                )
            )
            : Finding.Wrong(
                Subject,
                "The last edition is damaged. The next start makes it anew from the database; ask the disk why.",
                "systemctl restart pamphlet    (and: smartctl -H /dev/sda)"
            );
    }
}
