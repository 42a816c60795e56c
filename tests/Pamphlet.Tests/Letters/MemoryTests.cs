using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Letters;

/// <summary>
/// Somebody has taken the running machine over and reads the program's memory, after a letter was written and sealed, and its answer
/// read and closed.
/// </summary>
public sealed class MemoryTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-memory-");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder.FullName, "data");

    [Fact]
    public async Task Of_a_letter_that_was_sealed_and_an_answer_that_was_read_the_memory_holds_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var far = FarCorrespondent.Of(Data);
        var secrets = new Secrets();
        await using var paper = await RunningProgram.StartAsync(
            Data,
            folder.CreateSubdirectory("tmp").FullName,
            database
        );
        Assert.SkipUnless(MemoryImage.Absence(paper.Id) is null, MemoryImage.Absence(paper.Id) ?? "");

        var sent = await SeizureTests.PressAsync(
            paper,
            await paper.GetAsync("letter.html?write"),
            "write",
            [(secrets.FileName, secrets.File(150_000))],
            ("words", $"{secrets.Words}\n{secrets.Words}"),
            ("subject", secrets.Subject)
        );
        var codename = sent.Codename();
        var written = MemoryImage.Find(paper.Id, [.. secrets.All, codename]);
        await far.AnswerAsync(paper.Address, secrets.Answer);
        var back = await SeizureTests.PressAsync(
            paper,
            await paper.GetAsync("letter.html?back"),
            "back",
            [],
            ("codename", codename)
        );
        var read = MemoryImage.Find(paper.Id, [.. secrets.All, codename]);

        Assert.Contains(secrets.Answer, back.Words, StringComparison.Ordinal);
        Assert.NotEmpty(MemoryImage.Find(paper.Id, ["Content-Security-Policy"]));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', written));
        TestContext.Current.TestOutputHelper!.WriteLine("---");
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', read));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{secrets.Words} {secrets.Subject} {secrets.FileName} {secrets.Answer} {codename}"
        );
        Assert.Empty(written);
        Assert.Empty(read);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
