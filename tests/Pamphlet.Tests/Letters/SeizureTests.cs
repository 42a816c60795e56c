using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.Data.Sqlite;
using Pamphlet.Letters;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;
using Pamphlet.Tests.Comments;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Letters;

/// <summary>
/// The machine is taken away. The program itself has lived through what happens to a paper, with secrets in everything that was sent
/// to it, and was killed while it took a letter: nothing of them is on any disk, nor what tells whether anybody wrote.
/// </summary>
public sealed class SeizureTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-seizure-");
    private readonly HybridIdentity epoch = HybridIdentity.Create();
    private readonly LettersIdentity signing = LettersIdentity.FromSeed(RandomNumberGenerator.GetBytes(32));

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Of_what_was_sent_to_the_paper_nothing_is_on_a_seized_disk(TestDatabase database)
    {
        var (data, temporary) = Prepare("life");
        var secrets = new Secrets();
        var heard = new StringBuilder();
        string codename;
        await using (var paper = await StartAsync(data, temporary, database, secrets))
        {
            codename = await WriteAsync(paper, secrets);
            await TypeAsync(paper, secrets, codename);
            heard.Append(await paper.StopAsync());
        }

        await AnswerAsync(data, secrets.Answer);
        await using (var paper = await StartAsync(data, temporary, database, secrets))
        {
            var found = await PressAsync(
                paper,
                await paper.GetAsync("letter.html?back"),
                "back",
                ("codename", codename)
            );
            Assert.Contains(secrets.Answer, found.Words, StringComparison.Ordinal);
            var body = WritersPaper.Body([new("words", secrets.Broken)], (secrets.BrokenName, secrets.File(300_000)));
            var bytes = await body.ReadAsByteArrayAsync(Now);
            using var socket = await paper.BeginAsync("letter.html?write", bytes, bytes.Length - 20_000);
            // It answers others meanwhile: so it has taken some of it.
            await paper.GetAsync("letter.html?write");
            heard.Append(await paper.KillAsync());
        }

        await File.WriteAllTextAsync(Path.Combine(temporary, "heard"), heard.ToString(), Now);
        var disk = await SeizedDisk.OfAsync(database, data, temporary);
        var parts = codename.Split(' ');
        var neighbours = parts.Zip(parts.Skip(1)).Select(pair => $"{pair.First} {pair.Second}");

        // Words that may well be there: a search that finds nothing would find nothing of these either.
        Assert.NotEmpty(disk.Find(["What a paper is for"]));
        Assert.Empty(disk.Find([.. secrets.All, codename, .. neighbours]));
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{disk.Files} files, {disk.Bytes / 1e6:0} MB, {secrets.All.Count} secrets: 0 found"
            )
        );
    }

    [Fact]
    public async Task Two_lives_that_differ_in_letters_alone_leave_the_same_disk()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (data, temporary) = Prepare("before");
        await using (var paper = await RunningProgram.StartAsync(data, temporary, database))
        {
            await SettleAsync(paper, data);
            await paper.StopAsync();
        }

        var quiet = await LiveAsync("quiet", data, database, letters: 0);

        var busy = await LiveAsync("busy", data, database, letters: 5);

        Assert.Equal(quiet, busy);
        Assert.Contains(quiet, line => line.StartsWith("letters/mailbag ", StringComparison.Ordinal));
        Assert.Contains(quiet, line => line.StartsWith("comment: 0", StringComparison.Ordinal));
    }

    // What the program does in idle time, once and for whatever reason it has been up: it must not fall into one life alone.
    private static async Task SettleAsync(RunningProgram paper, string data)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(0.5));
        while (!await paper.IsDenseAsync() || Directory.GetFiles(Path.Combine(data, "shelf"), "*.index").Length > 1)
        {
            await pause.WaitForNextTickAsync(Now);
        }
    }

    public void Dispose()
    {
        epoch.Dispose();
        signing.Dispose();
        folder.Delete(recursive: true);
    }

    private static Task<RunningProgram> StartAsync(
        string data,
        string temporary,
        TestDatabase database,
        Secrets secrets
    ) =>
        RunningProgram.StartAsync(
            data,
            temporary,
            database,
            new("User-Agent", secrets.Agent),
            new("X-Forwarded-For", secrets.Address),
            new("Forwarded", $"for={secrets.Address}"),
            new("X-Real-IP", secrets.Address),
            new("Referer", $"https://example.org/{secrets.Referrer}"),
            new("Cookie", $"mine={secrets.Cookie}")
        );

    private static async Task<string> WriteAsync(RunningProgram paper, Secrets secrets)
    {
        var form = await paper.GetAsync("letter.html?write");
        var sent = await PressAsync(
            paper,
            form,
            "write",
            [(secrets.FileName, secrets.File(150_000))],
            ("words", $"{secrets.Words}\n{secrets.Words}"),
            ("subject", secrets.Subject)
        );
        var codename = sent.Codename();
        Assert.Equal(Codename.Words, codename.Split(' ').Length);
        var noted = await PressAsync(paper, sent, "noted");
        var typed = await PressAsync(paper, noted, "check", ("word0", secrets.Mistyped), ("word1", codename));
        Assert.Equal(422, typed.Status);
        return codename;
    }

    // Whatever else somebody may type, or ask for, on a bad day.
    private static async Task TypeAsync(RunningProgram paper, Secrets secrets, string codename)
    {
        var back = await paper.GetAsync("letter.html?back");
        foreach (var typed in new[] { codename, $"{codename} {secrets.Mistyped}", secrets.Mistyped })
        {
            await PressAsync(paper, back, "back", ("codename", typed));
        }

        var form = await paper.GetAsync("letter.html?write");
        var tooLong = string.Concat(Enumerable.Repeat($"{secrets.TooLong} ", 4_000));
        Assert.Equal(422, (await PressAsync(paper, form, "write", ("words", tooLong))).Status);
        await PressAsync(
            paper,
            form,
            "write",
            [(secrets.LargeName, secrets.File(5_500_000))],
            ("words", secrets.Words)
        );
        await paper.PostAsync("letter.html?write", new StringContent(secrets.Broken));
        await paper.GetAsync($"search?q={Uri.EscapeDataString(secrets.Sought)}");
        Assert.Equal(404, (await paper.GetAsync($"{secrets.Missing}.html?{secrets.Missing}")).Status);
        var comment = await paper.GetAsync($"comment.html?post={LivePaper.Post}");
        var fields = Fields(comment.Document.QuerySelector("main form")!);
        fields["text"] = secrets.Comment;
        fields["look"] = "1";
        using var looked = new FormUrlEncodedContent(fields);
        Assert.Contains(
            secrets.Comment,
            (await paper.PostAsync($"comment.html?post={LivePaper.Post}", looked)).Words,
            StringComparison.Ordinal
        );
        var door = await paper.GetAsync("desk/sign-in");
        var entry = door.Document.QuerySelector("form") is { } form2 ? Fields(form2) : [];
        foreach (var name in entry.Keys.Where(name => entry[name].Length == 0).ToList())
        {
            entry[name] = secrets.Passphrase;
        }

        using var entered = new FormUrlEncodedContent(entry);
        await paper.PostAsync("desk/sign-in", entered);
    }

    internal static Task<LiveAnswer> PressAsync(
        RunningProgram paper,
        LiveAnswer page,
        string to,
        params (string Name, string Value)[] typed
    ) => PressAsync(paper, page, to, [], typed);

    internal static Task<LiveAnswer> PressAsync(
        RunningProgram paper,
        LiveAnswer page,
        string to,
        (string Name, byte[] Content)[] files,
        params (string Name, string Value)[] typed
    )
    {
        var form =
            page.Document.QuerySelector($"main form[action='letter.html?{to}']")
            ?? throw new InvalidOperationException($"No form to ?{to}: {page.Words}");
        var fields = Fields(form);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return paper.PostAsync($"letter.html?{to}", WritersPaper.Body(fields, files));
    }

    private static Dictionary<string, string> Fields(AngleSharp.Dom.IElement form) =>
        form.QuerySelectorAll("input[name]:not([type=file]):not([type=checkbox]), textarea[name]")
            .DistinctBy(field => field.GetAttribute("name"))
            .ToDictionary(
                field => field.GetAttribute("name")!,
                field => field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? "",
                StringComparer.Ordinal
            );

    private (string Data, string Temporary) Prepare(string name)
    {
        var data = folder.CreateSubdirectory(name).FullName;
        var temporary = folder.CreateSubdirectory($"{name}-tmp").FullName;
        using var box = LetterBox.Open(Path.Combine(data, "letters"), TimeProvider.System, sheets: 8);
        box.Publish(EpochKeys.Sign(signing, [new EpochKey(box.Today.AddDays(-1), epoch.Recipient)]));
        return (data, temporary);
    }

    // The program is stopped: the correspondents' side has its own tests, and here its answer is put into the box itself.
    private async Task AnswerAsync(string data, string words)
    {
        using var box = LetterBox.Open(Path.Combine(data, "letters"), TimeProvider.System);
        var slot = new byte[LetterPage.SealedBytes];
        for (var number = 0; number < box.LetterSlots; number++)
        {
            box.ReadLetter(number, slot);
            if (LetterPage.TryOpen(slot, epoch, signing.Public.Paper, out var page) && page.TryGetReplyKey(out var key))
            {
                Assert.True(box.PutAnswer(SignedAnswer.Seal(signing, key, page.Id, Encoding.UTF8.GetBytes(words))));
                await Task.CompletedTask;
                return;
            }
        }

        Assert.Fail("No letter lies there.");
    }

    /// <returns>What a seized disk tells: sizes and times of what letters lie in, and how many rows each table has.</returns>
    private async Task<IReadOnlyList<string>> LiveAsync(string name, string before, TestDatabase database, int letters)
    {
        var data = Path.Combine(folder.FullName, name);
        var temporary = folder.CreateSubdirectory($"{name}-tmp").FullName;
        using (var copied = System.Diagnostics.Process.Start("cp", ["-a", before, data]))
        {
            await copied.WaitForExitAsync(Now);
        }

        await using (var paper = await RunningProgram.StartAsync(data, temporary, database))
        {
            var form = await paper.GetAsync("letter.html?write");
            for (var letter = 0; letter < letters; letter++)
            {
                var files = letter % 2 == 0 ? [] : new[] { ("a", RandomNumberGenerator.GetBytes(40_000 * letter)) };
                var sent = await PressAsync(
                    paper,
                    form,
                    "write",
                    files,
                    ("words", new string('x', 1 + (5_000 * letter)))
                );
                form = await paper.GetAsync("letter.html?write");
                Assert.Equal(200, sent.Status);
            }

            await paper.StopAsync();
        }

        List<string> told =
        [
            .. Directory
                .EnumerateFileSystemEntries(temporary, "*", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).StartsWith("clr-debug", StringComparison.Ordinal))
                .Select(file => Path.GetRelativePath(temporary, file)),
            .. new DirectoryInfo(data)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Path.GetRelativePath(data, file.FullName)} {file.Length} {TimeOf(file)}"
                    )
                ),
        ];

        await using var open = new SqliteConnection($"Data Source={Path.Combine(data, "pamphlet.db")};Pooling=False");
        await open.OpenAsync(Now);
        foreach (var table in await ReadAsync(open, "SELECT name FROM sqlite_schema WHERE type = 'table'"))
        {
            told.Add($"{table}: {(await ReadAsync(open, $"SELECT count(*) FROM \"{table}\""))[0]}");
        }

        return [.. told.Order(StringComparer.Ordinal)];
    }

    // Of what lies elsewhere the times tell when the program was started and stopped.
    private static string TimeOf(FileInfo file) =>
        file.Directory!.Name is "letters" ? file.LastWriteTimeUtc.ToString("O", CultureInfo.InvariantCulture) : "";

    private static async Task<IReadOnlyList<string>> ReadAsync(SqliteConnection open, string question)
    {
        await using var command = open.CreateCommand();
#pragma warning disable CA2100 // Names come from the schema itself.
        command.CommandText = question;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(Now);
        var read = new List<string>();
        while (await rows.ReadAsync(Now))
        {
            read.Add(rows.GetValue(0).ToString()!);
        }

        return read;
    }
}
