using Pamphlet.Onion;

namespace Pamphlet.Doctor;

/// <summary>Whether tor is there and new enough, where the paper has an onion address or could have one.</summary>
internal static class CheckTor
{
    private const string Subject = "tor";
    private const string Install = "apt install tor";

    public static Finding Run(Patient patient)
    {
        var onion = AnnouncedOnion.In(patient.Folder);
        if (TorProgram.Find(patient.ProgramPath, out var program) is { } missing)
        {
            return onion is null
                ? Finding.Warn(
                    Subject,
                    "There is no tor that could serve an onion address: readers have the web alone.",
                    Install
                )
                : Finding.Wrong(
                    Subject,
                    $"The paper has an onion address, and {char.ToLowerInvariant(missing[0])}{missing[1..]}",
                    Install
                );
        }

        if (PaperOnion.WarningOf(program!.Version) is { } behind)
        {
            return Finding.Warn(Subject, behind, "apt update && apt install tor");
        }

        return onion is null
            ? Finding.Warn(
                Subject,
                $"tor {program.Version} is here, and the paper has no onion address.",
                "pamphlet serve --onion"
            )
            : Finding.Good(Subject, $"tor {program.Version} is here, and the paper has an onion address.");
    }
}
