using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Editions;

namespace Pamphlet.Tests.Letters;

/// <summary>
/// Somebody has taken the running machine over and reads the program's memory, after a letter was written and sealed, and its answer
/// read and closed.
/// </summary>
public sealed class MemoryTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-memory-");

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

        // Names of files pass through texts of .NET's, which cannot be wiped: docs/threat-model.md says so.
        var sought = secrets
            .All.Append(codename)
            .Where(secret => !secrets.FileName.Contains(secret, StringComparison.Ordinal))
            .ToList();
        var afterWriting = MemoryImage.Find(paper.Id, sought);
        await far.AnswerAsync(paper.Address, secrets.Answer);
        var back = await SeizureTests.PressAsync(
            paper,
            await paper.GetAsync("letter.html?back"),
            "back",
            [],
            ("codename", codename)
        );
        var afterReading = MemoryImage.Find(paper.Id, sought);

        Assert.Contains(secrets.Answer, back.Words, StringComparison.Ordinal);
        Assert.Equal(secrets.All.Count, sought.Count);
        // A search that finds nothing would not find this either.
        Assert.NotEmpty(MemoryImage.Find(paper.Id, ["Content-Security-Policy"]));
        Assert.Empty(afterWriting);
        Assert.Empty(afterReading);
    }

    [Fact]
    public async Task Of_a_letter_that_was_read_at_the_desk_the_memory_holds_nothing_when_the_keys_are_locked_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        var secrets = new Secrets();
        await using var paper = await RunningProgram.StartAsync(
            Data,
            folder.CreateSubdirectory("tmp").FullName,
            database
        );
        Assert.SkipUnless(MemoryImage.Absence(paper.Id) is null, MemoryImage.Absence(paper.Id) ?? "");
        using var mai = await FullPaperTests.FoundAsync(paper);
        Assert.Equal(303, (await mai.PostAsync("/desk/letter-keys/make", ("passphrase", secrets.Passphrase))).Status);
        await SeizureTests.PressAsync(
            paper,
            await paper.GetAsync("letter.html?write"),
            "write",
            [],
            ("words", secrets.Words),
            ("subject", secrets.Subject)
        );
        await mai.PostAsync("/desk/letters/unlock", ("ring-passphrase", secrets.Passphrase));
        var list = await mai.GetAsync("/desk/letters");
        var thread = list.Page.QuerySelector("main a[href^='/desk/letters/from/']")!.GetAttribute("href")!;
        var read = await mai.GetAsync(thread);
        await mai.PostAsync("/desk/letters/lock");
        var left = MemoryImage.Find(paper.Id, secrets.All);

        Assert.Contains(secrets.Words, read.Text, StringComparison.Ordinal);
        Assert.NotEmpty(MemoryImage.Find(paper.Id, ["Content-Security-Policy"]));
        Assert.Empty(left);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
