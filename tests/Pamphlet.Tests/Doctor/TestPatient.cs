using Microsoft.Extensions.Time.Testing;
using Pamphlet.Doctor;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Founding;
using Pamphlet.Storage;

namespace Pamphlet.Tests.Doctor;

/// <summary>A sound paper on a sound machine, both made of files in a folder; a test breaks one thing of it.</summary>
internal sealed class TestPatient : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("pamphlet-doctor-").FullName;

    private TestPatient()
    {
        Directory.CreateDirectory(Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Machine("proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n");
        Machine("proc/self/mounts", "/dev/dm-0 / ext4 rw 0 0\n");
        Machine("proc/sys/kernel/core_pattern", "core\n");
        Machine("sys/block/dm-0/dm/uuid", "CRYPT-LUKS2-0123-luks\n");
        MakeTor("Tor version 0.4.9.11.");
        Patient = new Patient(Data, DatabaseAddress.InFolder(Data), Time)
        {
            Root = Path.Combine(place, "machine"),
            ProgramPath = Path.Combine(place, "bin"),
            KeepsTime = () => true,
            FreeRoom = _ => 10L << 30,
            IsRoot = false,
        };
    }

    public Patient Patient { get; set; }

    public string Data => Path.Combine(place, "data");

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TestPatient> MakeAsync()
    {
        var made = new TestPatient();
        Assert.Null(await MigrateDatabase.RunAsync(made.Patient.Database, Cancel));
        await using (var database = made.Patient.Database.Open())
        {
            _ = await FoundStarterPaper.RunAsync(database, Cancel);
        }

        using var press = new Press(made.Patient.Database, EditionShelf.Open(made.In("shelf")));
        await press.PublishAsync(Cancel);
        return made;
    }

    public string In(string name) => Path.Combine(Data, name);

    /// <summary>Writes a file of the machine.</summary>
    public void Machine(string path, string content)
    {
        var file = Path.Combine(place, "machine", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    public void MakeTor(string says)
    {
        Directory.CreateDirectory(Path.Combine(place, "bin"));
        var file = Path.Combine(place, "bin", "tor");
        File.WriteAllText(file, $"#!/bin/sh\necho '{says}'\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void RemoveTor() => File.Delete(Path.Combine(place, "bin", "tor"));

    /// <summary>What was found of one subject.</summary>
    public async Task<IReadOnlyList<Finding>> AskAsync(string subject)
    {
        var all = await Examine.RunAsync(Patient, Cancel);
        // Whoever is told that something is wrong is told what mends it.
        Assert.All(all, finding => Assert.Equal(finding.Verdict == Verdict.Good, finding.Remedy.Length == 0));
        return [.. all.Where(finding => string.Equals(finding.Subject, subject, StringComparison.Ordinal))];
    }

    public async Task<Verdict> WorstAsync(string subject) => (await AskAsync(subject)).Max(finding => finding.Verdict);

    public void Dispose() => Directory.Delete(place, recursive: true);
}
