using System.Text;
using System.Text.Json;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Seal.Tests.Letters;

/// <summary>The vectors of docs/formats/letter.md: what another implementation must open, and in which words a codename is which key.</summary>
public sealed class LetterVectorTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static JsonElement Vectors =>
        JsonSerializer.Deserialize<JsonElement>(
            File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(SourceFile())!, "letter-vectors.json"))
        );

    [Fact]
    public void Codenames_make_the_keys_that_were_written_down()
    {
        var codenames = Vectors.GetProperty("codenames").EnumerateArray().ToList();

        foreach (var vector in codenames)
        {
            Assert.True(
                Codename.TryRead(Encoding.UTF8.GetBytes(Text(vector, "words")), out var codename, out _, out _)
            );
            using var key = codename.ReplyKey(Paper().Paper);
            Assert.Equal(Text(vector, "replySeed"), Convert.ToHexStringLower(key.Seed));
        }

        Assert.Equal(3, codenames.Count);
    }

    [Fact]
    public void The_letter_that_was_written_down_opens()
    {
        using var epoch = HybridIdentity.FromSeed(Hex(Vectors, "epochSeed"));
        var vector = Vectors.GetProperty("letter");

        Assert.True(
            LetterPage.TryOpen(Convert.FromBase64String(Text(vector, "page")), epoch, Paper().Paper, out var page)
        );
        Assert.Equal(Text(vector, "content"), Encoding.UTF8.GetString(page.Content));
        Assert.Equal(Text(vector, "id"), Convert.ToHexStringLower(page.Id));
        Assert.True(page.TryGetReplyKey(out var replyKey));
        Assert.Equal(Text(vector, "replyKey"), replyKey.ToString());
    }

    [Fact]
    public void The_answer_that_was_written_down_opens_and_is_the_papers()
    {
        using var reader = HybridIdentity.FromSeed(Hex(Vectors.GetProperty("codenames")[0], "replySeed"));
        var vector = Vectors.GetProperty("answer");

        Assert.True(
            SignedAnswer.TryOpen(Convert.FromBase64String(Text(vector, "page")), reader, Paper(), out var words)
        );
        Assert.Equal(Text(vector, "words"), Encoding.UTF8.GetString(words.Span));
    }

    [Fact]
    public void The_list_of_epochs_that_was_written_down_is_signed()
    {
        Assert.True(EpochKeys.TryRead(Encoding.ASCII.GetBytes(Text(Vectors, "epochs")), out var epochs));

        using var epoch = HybridIdentity.FromSeed(Hex(Vectors, "epochSeed"));
        Assert.Equal(Text(Vectors, "fingerprint"), epochs.Signer.Fingerprint);
        Assert.Equal(epoch.Recipient.Key, epochs.Keys[0].Recipient.Key);
    }

    [Fact]
    public void The_letter_of_another_paper_that_was_written_down_opens_and_is_signed()
    {
        using var epoch = HybridIdentity.FromSeed(Hex(Vectors, "epochSeed"));
        var vector = Vectors.GetProperty("paperLetter");
        using var armor = new ArmorReader(new MemoryStream(Encoding.ASCII.GetBytes(Text(vector, "file"))));
        using var age = AgeReader.Open(armor, epoch);
        using var plain = new MemoryStream();
        age.CopyTo(plain);

        Assert.True(PaperLetter.TryRead(plain.ToArray(), Paper().Paper, out var letter));
        using (letter)
        {
            Assert.Equal(Text(vector, "senderFingerprint"), letter.Sender.Fingerprint);
            Assert.Equal(Text(vector, "number"), Convert.ToHexStringLower(letter.Number));
            Assert.Equal((Text(vector, "name"), Text(vector, "address")), (letter.Name, letter.Address));
            Assert.Equal(Text(vector, "words"), Encoding.UTF8.GetString(letter.Content.Words));
        }
    }

    /// <inheritdoc cref="New_vectors_are_written_over_the_old_ones"/>
    [Fact(Explicit = true)]
    public void A_new_letter_of_another_paper_is_written_beside_the_old_vectors()
    {
        using var sender = LettersIdentity.FromSeed(Seed(4));
        using var epoch = HybridIdentity.FromSeed(Seed(2));
        var (name, address, words) = ("Báo Rừng", "http://rung.example/", "Chúng tôi in lại bài của các bạn nhé?");
        var number = Seed(5)[..LetterPage.IdBytes];
        var file = PaperLetter.Seal(
            sender,
            Paper().Paper,
            epoch.Recipient,
            number,
            (name, address),
            subject: default,
            Encoding.UTF8.GetBytes(words)
        );
        var vectors = Vectors.Deserialize<Dictionary<string, object>>()!;
        vectors["paperLetter"] = new
        {
            senderSeed = Convert.ToHexStringLower(Seed(4)),
            senderFingerprint = sender.Public.Fingerprint,
            number = Convert.ToHexStringLower(number),
            name,
            address,
            words,
            file = Encoding.ASCII.GetString(file),
        };
        File.WriteAllText(
            Path.Combine(Path.GetDirectoryName(SourceFile())!, "letter-vectors.json"),
            JsonSerializer.Serialize(vectors, Indented) + "\n"
        );
    }

    /// <summary>Not run unless asked for by who changed the format on purpose: <c>-explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public void New_vectors_are_written_over_the_old_ones()
    {
        using var paper = LettersIdentity.FromSeed(Seed(1));
        using var epoch = HybridIdentity.FromSeed(Seed(2));
        Codename[] drawn = [Codename.Draw(), Codename.Draw(), Codename.Draw()];
        var codenames = drawn.Select(codename =>
        {
            using var key = codename.ReplyKey(paper.Public.Paper);
            return new
            {
                words = string.Join(' ', Enumerable.Range(0, Codename.Words).Select(codename.Word)),
                replySeed = Convert.ToHexStringLower(key.Seed),
            };
        });
        using var reply = drawn[0].ReplyKey(paper.Public.Paper);
        var id = Seed(3)[..LetterPage.IdBytes];
        const string Content = "Một bức thư thử.";
        using var page = LetterPage.Write(
            LetterKind.Letter,
            paper.Public.Paper,
            id,
            0,
            1,
            reply.Recipient,
            Encoding.UTF8.GetBytes(Content)
        );
        const string Words = "Cảm ơn, chúng tôi đã đọc.";
        var json = JsonSerializer.Serialize(
            new
            {
                paperSeed = Convert.ToHexStringLower(Seed(1)),
                paperKey = Convert.ToHexStringLower(paper.Public.Bytes),
                fingerprint = paper.Public.Fingerprint,
                epochSeed = Convert.ToHexStringLower(Seed(2)),
                epochs = Encoding.ASCII.GetString(
                    EpochKeys.Sign(paper, [new EpochKey(new DateOnly(2026, 11, 23), epoch.Recipient)]).Text.Span
                ),
                codenames,
                letter = new
                {
                    id = Convert.ToHexStringLower(id),
                    content = Content,
                    replyKey = reply.Recipient.ToString(),
                    page = Convert.ToBase64String(page.SealFor(epoch.Recipient)),
                },
                answer = new
                {
                    words = Words,
                    page = Convert.ToBase64String(
                        SignedAnswer.Seal(paper, reply.Recipient, id, Encoding.UTF8.GetBytes(Words))
                    ),
                },
            },
            Indented
        );
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(SourceFile())!, "letter-vectors.json"), json + "\n");
    }

    private static LettersKey Paper() =>
        LettersKey.TryFrom(Hex(Vectors, "paperKey"), out var key) ? key : throw new InvalidDataException();

    private static byte[] Seed(byte value) => [.. Enumerable.Repeat(value, 32)];

    private static byte[] Hex(JsonElement from, string name) => Convert.FromHexString(Text(from, name));

    private static string Text(JsonElement from, string name) => from.GetProperty(name).GetString()!;

    private static string SourceFile() =>
        Path.Combine(TestVectors.Root(), "tests", "Pamphlet.Seal.Tests", "Letters", "LetterVectorTests.cs");
}
