using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.Time.Testing;
using Pamphlet.Letters;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;
using Pamphlet.Tests.Comments;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Letters;

/// <summary>A paper with a letter box behind a real server, its correspondents' keys at hand, and a browser that writes to it.</summary>
internal sealed class WritersPaper : IAsyncDisposable
{
    public const string Boundary = "----geckoformboundary5d1e";

    private readonly DirectoryInfo folder;
    private readonly TestDatabase database;
    private readonly HybridIdentity epoch = HybridIdentity.Create();
    private readonly LettersIdentity signing = LettersIdentity.FromSeed(RandomNumberGenerator.GetBytes(32));

    private WritersPaper(DirectoryInfo folder, TestDatabase database, LetterBox box, LivePaper paper)
    {
        (this.folder, this.database, Box, Paper) = (folder, database, box, paper);
    }

    public LetterBox Box { get; }

    public LivePaper Paper { get; }

    public string Folder => folder.FullName;

    public LettersKey Signer => signing.Public;

    public static async Task<WritersPaper> StartAsync(bool hasKeys = true, int sheets = 1)
    {
        var place = Directory.CreateTempSubdirectory("pamphlet-letters-");
        var chosen = await TestDatabase.CreateAsync();
        LetterBox? box = null;
        var paper = await LivePaper.StartAsync(
            chosen,
            time => box = LetterBox.Open(Path.Combine(place.FullName, "letters"), time, sheets)
        );
        var started = new WritersPaper(place, chosen, box!, paper);
        if (hasKeys)
        {
            var list = EpochKeys.Sign(started.signing, [new EpochKey(box!.Today.AddDays(-1), started.epoch.Recipient)]);
            box.Publish(list);
            await paper.PublishAsync();
        }

        return started;
    }

    public Task<LiveAnswer> OpenFormAsync() => Paper.GetAsync("letter.html?write");

    /// <summary>Opens the form, takes some time, and sends.</summary>
    public async Task<LiveAnswer> WriteAsync(
        string words,
        bool wantsAnswer = true,
        string subject = "",
        params (string Name, byte[] Content)[] files
    )
    {
        var form = await OpenFormAsync();
        Paper.Time.Advance(TimeSpan.FromSeconds(30));
        (string, string)[] typed = [("words", words), ("subject", subject)];
        return await PressAsync(form, "write", wantsAnswer ? typed : [.. typed, ("no-answer", "1")], files);
    }

    /// <summary>Presses the button of the form that goes to <c>letter.html?…</c>, with what its fields hold and what is typed over it.</summary>
    public Task<LiveAnswer> PressAsync(
        LiveAnswer page,
        string to,
        IEnumerable<(string Name, string Value)>? typed = null,
        params (string Name, byte[] Content)[] files
    )
    {
        var form =
            page.Document.QuerySelector($"main form[action='letter.html?{to}']")
            ?? throw new InvalidOperationException($"No form to ?{to}: {page.Words}");
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        var fields = form.QuerySelectorAll("input[name]:not([type=file]):not([type=checkbox]), textarea[name]")
            .ToDictionary(
                field => field.GetAttribute("name")!,
                field => field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? "",
                StringComparer.Ordinal
            );
        foreach (var (name, value) in typed ?? [])
        {
            fields[name] = value;
        }

        return PostAsync(form.GetAttribute("action")!, Body(fields, files));
    }

    public Task<LiveAnswer> PostAsync(string address, HttpContent body) =>
        Paper.SendAsync(new(HttpMethod.Post, address) { Content = body });

    /// <summary>A form as browsers send it.</summary>
    public static ByteArrayContent Body(
        IEnumerable<KeyValuePair<string, string>> fields,
        params (string Name, byte[] Content)[] files
    )
    {
        using var body = new MemoryStream();
        foreach (var (name, value) in fields)
        {
            Part(body, $"name=\"{name}\"", Encoding.UTF8.GetBytes(value.ReplaceLineEndings("\r\n")));
        }

        foreach (var (name, content) in files)
        {
            Part(body, $"name=\"files\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream", content);
        }

        body.Write(Encoding.ASCII.GetBytes($"--{Boundary}--\r\n"));
        var sent = new ByteArrayContent(body.ToArray());
        sent.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={Boundary}");
        return sent;
    }

    private static void Part(MemoryStream body, string head, byte[] content)
    {
        body.Write(Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n"));
        body.Write(content);
        body.Write("\r\n"u8);
    }

    /// <summary>What the correspondents find, letter by letter.</summary>
    public IReadOnlyList<ReceivedLetter> Received()
    {
        var pages = new List<LetterPage>();
        var slot = new byte[LetterPage.SealedBytes];
        for (var number = 0; number < Box.LetterSlots; number++)
        {
            Box.ReadLetter(number, slot);
            if (LetterPage.TryOpen(slot, epoch, Signer.Paper, out var page))
            {
                pages.Add(page);
            }
        }

        return
        [
            .. pages
                .GroupBy(page => Convert.ToHexString(page.Id), StringComparer.Ordinal)
                .Select(letter => ReceivedLetter.Of([.. letter.OrderBy(page => page.Place)])),
        ];
    }

    /// <summary>The correspondents answer.</summary>
    public void Answer(ReceivedLetter letter, string words) =>
        Assert.True(
            Box.PutAnswer(SignedAnswer.Seal(signing, letter.ReplyKey!, letter.Id, Encoding.UTF8.GetBytes(words)))
        );

    public Task<LiveAnswer> ComeBackAsync(string codename) => ComeBackAsync(codename, "back");

    public async ValueTask DisposeAsync()
    {
        await Paper.DisposeAsync();
        Box.Dispose();
        epoch.Dispose();
        signing.Dispose();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task<LiveAnswer> ComeBackAsync(string codename, string to) =>
        await PressAsync(await Paper.GetAsync("letter.html?back"), to, [("codename", codename)]);
}

internal sealed record ReceivedLetter(
    LetterKind Kind,
    byte[] Id,
    string Subject,
    string Words,
    HybridRecipient? ReplyKey,
    IReadOnlyList<(string Name, byte[] Content)> Files
)
{
    public static ReceivedLetter Of(IReadOnlyList<LetterPage> pages)
    {
        var first = pages[0];
        Assert.Equal(0, first.Place);
        Assert.Equal(pages.Count, first.Count);
        var key = first.TryGetReplyKey(out var found) ? found : null;
        if (first.Kind == LetterKind.SealedElsewhere)
        {
            return new ReceivedLetter(
                first.Kind,
                first.Id.ToArray(),
                "",
                Encoding.ASCII.GetString(first.Content),
                key,
                []
            );
        }

        Assert.True(LetterContent.TryRead(first.Content, out var content));
        var bytes = pages.Skip(1).SelectMany(page => page.Content.ToArray()).ToArray();
        var files = new List<(string, byte[])>();
        var at = 0;
        foreach (var file in content.Files)
        {
            files.Add((file.Name, bytes[at..(at + (int)file.Length)]));
            at += (int)file.Length;
        }

        Assert.Equal(bytes.Length, at);
        return new ReceivedLetter(
            first.Kind,
            first.Id.ToArray(),
            Encoding.UTF8.GetString(content.Subject),
            Encoding.UTF8.GetString(content.Words),
            key,
            files
        );
    }
}

internal static class LetterAnswers
{
    /// <summary>The ten words that the page shows, once.</summary>
    public static string Codename(this LiveAnswer page) =>
        string.Join(' ', page.Document.QuerySelectorAll("ol.code li").Select(word => word.TextContent));
}
