using System.Text.Json;
using Pamphlet.Doctor;
using Pamphlet.Seal.Age;
using Pamphlet.Tests.Stories;

namespace Pamphlet.Tests.Doctor;

/// <summary>The verb as an operator and a script see it.</summary>
public sealed class DoctorVerbTests
{
    [Fact]
    public async Task What_is_wrong_is_said_with_its_remedy_and_told_by_the_exit_code()
    {
        using var paper = await TestPatient.MakeAsync();
        File.SetUnixFileMode(paper.Data, File.GetUnixFileMode(paper.Data) | UnixFileMode.OtherRead);

        var (exit, said, _) = await RunAsync("doctor", "--data", paper.Data);

        Assert.Equal(1, exit);
        Assert.Contains("wrong  rights: ", said, StringComparison.Ordinal);
        Assert.Contains($"→ chmod 700 {paper.Data}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_the_same_as_json()
    {
        using var paper = await TestPatient.MakeAsync();

        var (_, said, _) = await RunAsync("doctor", "--data", paper.Data, "--json");

        using var report = JsonDocument.Parse(said);
        var findings = report.RootElement.EnumerateArray().ToList();
        Assert.Contains(findings, finding => finding.GetProperty("subject").GetString() is "database");
        Assert.All(
            findings,
            finding => Assert.Contains(finding.GetProperty("verdict").GetString(), (string[])["good", "warn", "wrong"])
        );
    }

    [Fact]
    public async Task A_folder_that_nobody_made_is_not_made_by_asking()
    {
        using var paper = await TestPatient.MakeAsync();

        var (exit, said, _) = await RunAsync("doctor", "--data", paper.In("nowhere"));

        Assert.Equal(1, exit);
        Assert.Contains("There is no folder", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(paper.In("nowhere")));
    }

    [Fact]
    public async Task A_backup_that_was_made_is_known_to_the_doctor()
    {
        using var paper = await TestPatient.MakeAsync();
        var key = X25519Identity.Create();

        var (exit, _, errors) = await RunAsync(
            "backup",
            paper.In("../b.age"),
            "--data",
            paper.Data,
            "--to",
            key.Recipient.ToString()!
        );

        Assert.True(exit == 0, errors);
        Assert.Equal(Verdict.Good, await paper.WorstAsync("backup"));
    }

    private static Task<(int Exit, string Output, string Errors)> RunAsync(params string[] words) =>
        Tool.RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pamphlet.dll"), .. words]);
}
