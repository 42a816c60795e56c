using Microsoft.EntityFrameworkCore;
using Pamphlet.Publications;

namespace Pamphlet.Doctor;

/// <summary>All checks, in the order in which they are said.</summary>
internal static class Examine
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(Patient patient, CancellationToken cancellationToken)
    {
        if (!patient.HasFolder)
        {
            return
            [
                CheckClock.Run(patient),
                Finding.Wrong("folder", $"There is no folder {patient.Folder}.", "pamphlet serve --data DIR"),
                .. CheckMemory.Run(patient),
                .. CheckProxyFiles.Run(patient),
                CheckTor.Run(patient),
            ];
        }

        var database = await CheckDatabase.RunAsync(patient, cancellationToken);
        var isSound = patient.IsFounded && database.All(finding => finding.Verdict != Verdict.Wrong);
        return
        [
            CheckClock.Run(patient),
            CheckDisk.Run(patient),
            .. CheckRights.Run(patient),
            CheckCipher.Run(patient),
            .. database,
            CheckEditionShelf.Run(patient),
            CheckBackup.Run(patient),
            .. CheckMemory.Run(patient),
            .. CheckProxyFiles.Run(patient),
            .. await CheckServed.RunAsync(
                isSound ? await AtHomeAsync(patient, cancellationToken) : patient,
                cancellationToken
            ),
            CheckTor.Run(patient),
        ];
    }

    /// <summary>Where nobody said, the paper's own word for where it lives.</summary>
    private static async Task<Patient> AtHomeAsync(Patient patient, CancellationToken cancellationToken)
    {
        await using var database = patient.Database.Open();
        var home =
            patient.Address is null && (await database.Database.GetAppliedMigrationsAsync(cancellationToken)).Any()
                ? await database
                    .Set<Publication>()
                    .OrderBy(paper => paper.Id)
                    .Select(paper => paper.Home)
                    .FirstOrDefaultAsync(cancellationToken)
                : null;
        return Uri.TryCreate(home, UriKind.Absolute, out var address) ? patient with { Address = address } : patient;
    }
}
