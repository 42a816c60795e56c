using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Dom;
using Pamphlet.Letters.Sending;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;
using Pamphlet.Tests.Comments;

namespace Pamphlet.Tests.Letters;

/// <summary>A letter as its writer sees it, over HTTP, and as the correspondents find it.</summary>
public sealed class WriteLetterTests
{
    private const string Said = "Tôi làm ở kho số 4.\n\nHọ ghi <tên> & số của chúng tôi — «tất cả».";

    [Fact]
    public async Task A_letter_is_sealed_and_answered_behind_ten_words()
    {
        await using var paper = await WritersPaper.StartAsync();
        var sent = await paper.WriteAsync(Said, subject: "kho số 4");
        var letter = Assert.Single(paper.Received());
        Assert.Equal(("kho số 4", Said), (letter.Subject, letter.Words));
        var codename = sent.Codename();
        Assert.Equal(10, codename.Split(' ').Length);

        var early = await paper.ComeBackAsync(codename);
        paper.Answer(letter, "Cảm ơn bạn.\nXin kể <thêm>.");
        var found = await paper.ComeBackAsync(codename.ToUpperInvariant());
        var wrong = await paper.ComeBackAsync(OtherCodename());

        Assert.Contains("Nothing lies here for these words", early.Words, StringComparison.Ordinal);
        Assert.Equal("Cảm ơn bạn.\nXin kể <thêm>.", found.Document.QuerySelector(".letter")!.TextContent);
        Assert.Contains(paper.Signer.Fingerprint, found.Words, StringComparison.Ordinal);
        Assert.Equal(Nameless(early), Nameless(wrong));
        Assert.Equal("no-store", found.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Who_came_back_writes_again_and_destroys()
    {
        await using var paper = await WritersPaper.StartAsync();
        var codename = (await paper.WriteAsync(Said)).Codename();
        var first = Assert.Single(paper.Received());
        paper.Answer(first, "Xin kể thêm.");

        var again = await paper.PressAsync(await paper.ComeBackAsync(codename), "again");
        var sent = await paper.PressAsync(again, "write", [("words", "Còn nữa.")]);
        var second = Assert.Single(paper.Received(), letter => letter.Words == "Còn nữa.");
        paper.Answer(second, "Đã nhận.");
        var both = await paper.ComeBackAsync(codename);
        var gone = await paper.PressAsync(both, "destroy");
        var after = await paper.ComeBackAsync(codename);

        Assert.Empty(sent.Codename());
        Assert.Contains("behind your ten words", sent.Words, StringComparison.Ordinal);
        Assert.Equal(first.ReplyKey!.ToString(), second.ReplyKey!.ToString());
        Assert.Equal(2, both.Document.QuerySelectorAll(".letter").Length);
        Assert.Equal("Destroyed", gone.Heading);
        Assert.Contains("Nothing lies here", after.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_half_an_hour_the_words_are_asked_for_again_and_a_text_that_was_typed_stays()
    {
        await using var paper = await WritersPaper.StartAsync();
        var codename = (await paper.WriteAsync(Said)).Codename();
        var back = await paper.ComeBackAsync(codename);
        var again = await paper.PressAsync(back, "again");

        paper.Paper.Time.Advance(TimeSpan.FromMinutes(31));
        var late = await paper.PressAsync(again, "write", [("words", "Còn nữa.")]);
        var destroyed = await paper.PressAsync(back, "destroy");

        Assert.Contains("Type your ten words again", late.Faults, StringComparison.Ordinal);
        Assert.Equal("Còn nữa.", late.Typed);
        Assert.Equal("Read the answer", destroyed.Heading);
        Assert.Single(paper.Received());
    }

    [Fact]
    public async Task Three_of_the_words_are_checked_when_the_page_that_showed_them_is_gone()
    {
        await using var paper = await WritersPaper.StartAsync();
        var sent = await paper.WriteAsync(Said);
        var words = sent.Codename().Split(' ');

        var asked = await paper.PressAsync(sent, "noted");
        var places = asked
            .Document.QuerySelectorAll("main label")
            .Select(label => int.Parse(label.TextContent["Word ".Length..], null) - 1)
            .Where(place => place >= 0)
            .ToArray();
        var wrong = await paper.PressAsync(
            asked,
            "check",
            [("word0", words[places[0]]), ("word1", "zebra"), ("word2", words[places[2]][..3])]
        );
        var right = await paper.PressAsync(
            asked,
            "check",
            places.Select((place, which) => ($"word{which}", words[place].ToUpperInvariant()))
        );

        Assert.DoesNotContain(words[places[0]], asked.Words, StringComparison.Ordinal);
        Assert.Equal(3, places.Distinct().Count());
        Assert.Contains($"That is not word {places[1] + 1}.", wrong.Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"That is not word {places[0] + 1}.", wrong.Words, StringComparison.Ordinal);
        Assert.Equal("Your ten words are right", right.Heading);
    }

    [Fact]
    public async Task Files_arrive_whole_in_their_order_with_names_without_folders()
    {
        await using var paper = await WritersPaper.StartAsync();
        byte[] scan = [.. Enumerable.Range(0, 200_000).Select(at => unchecked((byte)(at * 31 / 7)))];
        var lines = Encoding.ASCII.GetBytes("\r\n------geckoformboundary5d1\r\n--\r\n");

        await paper.WriteAsync("", files: [("C:/Lan/giấy tờ.pdf", scan), ("", []), ("empty.txt", []), ("x", lines)]);

        var letter = Assert.Single(paper.Received());
        Assert.Equal(["giấy tờ.pdf", "empty.txt", "x"], letter.Files.Select(file => file.Name));
        Assert.Equal(scan, letter.Files[0].Content);
        Assert.Empty(letter.Files[1].Content);
        Assert.Equal(lines, letter.Files[2].Content);
    }

    [Fact]
    public async Task Who_wants_no_answer_gets_no_words_and_leaves_no_key()
    {
        await using var paper = await WritersPaper.StartAsync();

        var sent = await paper.WriteAsync(Said, wantsAnswer: false);

        Assert.Empty(sent.Codename());
        Assert.Contains("nothing leads from it back to you", sent.Words, StringComparison.Ordinal);
        Assert.Null(Assert.Single(paper.Received()).ReplyKey);
    }

    [Fact]
    public async Task What_was_sealed_before_is_kept_as_it_is_and_a_cut_one_is_refused()
    {
        await using var paper = await WritersPaper.StartAsync();
        using var own = HybridIdentity.Create();
        using var output = new MemoryStream();
        using (var armor = new ArmorWriter(output))
        {
            using var writer = AgeWriter.Start(armor, own.Recipient);
            await writer.WriteAsync(Encoding.UTF8.GetBytes(Said), TestContext.Current.CancellationToken);
            writer.Finish();
            armor.Finish();
        }

        var armored = Encoding.ASCII.GetString(output.ToArray());

        await paper.WriteAsync($"\n{armored}");
        var cut = await paper.WriteAsync(armored[..^60]);
        var file = await paper.WriteAsync(
            "",
            files: [("a.age", Encoding.ASCII.GetBytes("age-encryption.org/v1\n-> X"))]
        );

        var letter = Assert.Single(paper.Received());
        Assert.Equal(LetterKind.SealedElsewhere, letter.Kind);
        Assert.Equal(armored.Trim(), letter.Words.Trim());
        Assert.NotNull(letter.ReplyKey);
        Assert.Contains("is not whole", cut.Faults, StringComparison.Ordinal);
        Assert.Equal(armored[..^60], cut.Typed);
        Assert.Contains("is not whole", file.Faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Write something here first.")]
    [InlineData(" \n\t ", "Write something here first.")]
    public async Task An_empty_letter_is_asked_for_words(string words, string expected)
    {
        await using var paper = await WritersPaper.StartAsync();

        var answer = await paper.WriteAsync(words);

        Assert.Equal(422, answer.Status);
        Assert.Contains(expected, answer.Faults, StringComparison.Ordinal);
        Assert.Empty(paper.Received());
    }

    [Fact]
    public async Task What_is_too_much_comes_back_with_the_words_and_leaves_nothing()
    {
        await using var paper = await WritersPaper.StartAsync(sheets: 8);
        var much = string.Concat(Enumerable.Repeat("Một câu dài.\n", 6_000)).Trim();

        var words = await paper.WriteAsync(much, subject: "chuyện dài");
        var files = await paper.WriteAsync(Said, files: [("a", new byte[3_000_000]), ("b", new byte[3_000_000])]);

        Assert.Contains("longer than a letter can be", words.Faults, StringComparison.Ordinal);
        Assert.Equal(much, words.Typed);
        Assert.Equal("chuyện dài", ((IHtmlInputElement)words.Document.QuerySelector("#subject")!).Value);
        Assert.Contains("5 MB together", files.Faults, StringComparison.Ordinal);
        Assert.Equal(Said, files.Typed);
        Assert.Empty(paper.Received());
    }

    [Fact]
    public async Task Without_keys_or_room_it_is_said_before_anything_is_typed()
    {
        await using var closed = await WritersPaper.StartAsync(hasKeys: false);
        await using var full = await WritersPaper.StartAsync();
        var form = await full.OpenFormAsync();
        for (var letter = 0; letter < 16; letter++)
        {
            await full.WriteAsync($"Thư {letter}", wantsAnswer: false);
        }

        var notOpen = await closed.OpenFormAsync();
        var sameDay = await full.OpenFormAsync();
        var late = await full.PressAsync(form, "write", [("words", Said)]);
        full.Paper.Time.Advance(TimeSpan.FromDays(1));
        var noRoom = await full.OpenFormAsync();

        Assert.Contains("Letters are not open here", notOpen.Words, StringComparison.Ordinal);
        Assert.Null(notOpen.Document.QuerySelector("textarea"));
        // Asked again and again, the form would tell how much others write.
        Assert.NotNull(sameDay.Document.QuerySelector("textarea"));
        Assert.Contains("Come back later.", noRoom.Words, StringComparison.Ordinal);
        Assert.Null(noRoom.Document.QuerySelector("textarea"));
        Assert.Equal(503, noRoom.Status);
        Assert.Contains("Nothing of your letter was kept", late.Faults, StringComparison.Ordinal);
        Assert.Equal(Said, late.Typed);
        Assert.Equal(16, full.Received().Count);
    }

    [Fact]
    public async Task A_form_that_breaks_off_leaves_nothing()
    {
        await using var paper = await WritersPaper.StartAsync();
        var body = await WritersPaper
            .Body([new("words", Said)], ("scan.pdf", new byte[400_000]))
            .ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var head = Encoding.ASCII.GetBytes(
            "POST /letter.html?write HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; "
                + $"boundary={WritersPaper.Boundary}\r\nContent-Length: {body.Length}\r\n\r\n"
        );
        var cut = new ByteArrayContent(body[..^70]);
        cut.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={WritersPaper.Boundary}");

        var answer = await paper.PostAsync("letter.html?write", cut);
        using (var socket = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            await socket.ConnectAsync(
                IPAddress.Loopback,
                paper.Paper.Address.Port,
                TestContext.Current.CancellationToken
            );
            await socket.SendAsync(head, TestContext.Current.CancellationToken);
            await socket.SendAsync(body.AsMemory(..^5_000), TestContext.Current.CancellationToken);
            socket.Shutdown(SocketShutdown.Send);
            while (socket.Poll(TimeSpan.FromSeconds(60), SelectMode.SelectRead) && socket.Available > 0)
            {
                await socket.ReceiveAsync(new byte[1024]);
            }
        }

        Assert.Contains("did not arrive whole", answer.Words, StringComparison.Ordinal);
        Assert.All(paper.Received(), letter => Assert.Fail($"Kept: {letter.Words}"));
    }

    [Fact]
    public async Task A_letter_that_was_sent_twice_by_its_button_is_one()
    {
        await using var paper = await WritersPaper.StartAsync();
        var form = await paper.OpenFormAsync();
        paper.Paper.Time.Advance(TimeSpan.FromSeconds(30));

        await paper.PressAsync(form, "write", [("words", Said)]);
        var twice = await paper.PressAsync(form, "write", [("words", Said)]);

        Assert.Contains("sent once already", twice.Faults, StringComparison.Ordinal);
        Assert.Single(paper.Received());
    }

    [Fact]
    public async Task A_form_that_was_open_for_long_comes_back_filled_and_then_goes_through()
    {
        await using var paper = await WritersPaper.StartAsync();
        var form = await paper.OpenFormAsync();
        paper.Paper.Time.Advance(TimeSpan.FromHours(13));

        var stale = await paper.PressAsync(form, "write", [("words", Said), ("subject", "kho")]);
        var sent = await paper.PressAsync(stale, "write");

        Assert.Contains("open for long", stale.Faults, StringComparison.Ordinal);
        Assert.Equal(10, sent.Codename().Split(' ').Length);
        Assert.Equal(("kho", Said), (paper.Received()[0].Subject, paper.Received()[0].Words));
    }

    [Fact]
    public async Task One_circuit_is_asked_to_wait_and_others_are_not()
    {
        await using var paper = await WritersPaper.StartAsync();
        paper.Paper.Circuit = 7;
        var answers = new List<LiveAnswer>();
        var forms = new List<LiveAnswer>();
        for (var letter = 0; letter < 7; letter++)
        {
            forms.Add(await paper.OpenFormAsync());
        }

        foreach (var form in forms)
        {
            answers.Add(await paper.PressAsync(form, "write", [("words", Said), ("no-answer", "1")]));
        }

        paper.Paper.Circuit = 8;
        var other = await paper.WriteAsync(Said, wantsAnswer: false);

        Assert.All(answers.Take(6), answer => Assert.Equal("Your letter is sealed", answer.Heading));
        Assert.Contains("More is arriving", answers[6].Faults, StringComparison.Ordinal);
        Assert.Equal(Said, answers[6].Typed);
        Assert.Equal("Your letter is sealed", other.Heading);
    }

    [Theory]
    [InlineData("abandon ability zzzz", "Word ")]
    [InlineData("", "fewer than ten")]
    public async Task A_mistyped_codename_is_told_which_word(string typed, string expected)
    {
        await using var paper = await WritersPaper.StartAsync();

        var answer = await paper.ComeBackAsync(typed);

        Assert.Contains(
            expected,
            answer.Document.QuerySelector("#codename-fault")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(typed, answer.Typed);
    }

    [Fact]
    public async Task Pages_have_few_lengths_whatever_stands_on_them()
    {
        await using var paper = await WritersPaper.StartAsync();
        var codename = (await paper.WriteAsync(Said)).Codename();
        var empty = await LengthAsync(paper, codename);

        paper.Answer(paper.Received()[0], string.Concat(Enumerable.Repeat("Một câu dài. ", 400)));

        Assert.Equal(empty, await LengthAsync(paper, codename));
    }

    [Fact]
    public async Task The_page_says_how_one_came_and_shows_the_key()
    {
        await using var paper = await WritersPaper.StartAsync();
        var clear = await paper.OpenFormAsync();
        paper.Paper.Circuit = 7;

        var onion = await paper.OpenFormAsync();
        var edition = await paper.Paper.GetAsync("letter.html");
        var contact = await paper.Paper.GetAsync("p/contact.html");

        Assert.Contains("over the open net", clear.Words, StringComparison.Ordinal);
        Assert.Contains("over Tor", onion.Words, StringComparison.Ordinal);
        Assert.Contains(paper.Signer.Fingerprint, clear.Words, StringComparison.Ordinal);
        Assert.Contains("age1pq1", clear.Words, StringComparison.Ordinal);
        Assert.NotNull(edition.Document.QuerySelector("a[href='letter.html?write']"));
        Assert.NotNull(contact.Document.QuerySelector("main a[href='../letter.html']"));
    }

    private static async Task<long> LengthAsync(WritersPaper paper, string codename)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = paper.Paper.Address };
        using var answer = await client.PostAsync(
            new Uri("letter.html?back", UriKind.Relative),
            WritersPaper.Body([new("codename", codename)]),
            TestContext.Current.CancellationToken
        );
        return answer.Content.Headers.ContentLength!.Value;
    }

    private static string OtherCodename()
    {
        using var other = Codename.Draw();
        return string.Join(' ', Enumerable.Range(0, Codename.Words).Select(other.Word));
    }

    // But for the key of the visit, which is drawn.
    private static string Nameless(LiveAnswer answer)
    {
        foreach (var visit in answer.Document.QuerySelectorAll($"[name={WriteLetter.VisitField}]"))
        {
            visit.SetAttribute("value", "");
        }

        return answer.Document.DocumentElement.OuterHtml;
    }
}
