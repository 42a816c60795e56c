using System.Text;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Seal.Tests.Letters;

public sealed class LetterContentTests
{
    [Fact]
    public void A_content_is_read_as_it_was_written()
    {
        LetterFile[] files = [new("ảnh.jpg", 5_000_000_000), new("", 0)];
        using var written = LetterContent.Write("tiêu đề"u8, "những lời"u8, files);

        Assert.True(LetterContent.TryRead(written.Span, out var read));

        Assert.Equal("tiêu đề", Encoding.UTF8.GetString(read.Subject));
        Assert.Equal("những lời", Encoding.UTF8.GetString(read.Words));
        Assert.Equal(files, read.Files);
    }

    [Fact]
    public void A_content_that_was_cut_or_lengthened_anywhere_is_none()
    {
        using var written = LetterContent.Write("s"u8, "w"u8, [new("name", 3)]);
        var bytes = written.Span.ToArray();

        Assert.All(
            Enumerable.Range(0, bytes.Length),
            length => Assert.False(LetterContent.TryRead(bytes.AsSpan(0, length), out _))
        );
        Assert.False(LetterContent.TryRead([.. bytes, 0], out _));
    }

    [Fact]
    public void Numbers_that_ask_for_more_than_there_is_are_refused()
    {
        byte[][] liars =
        [
            [0xff, 0xff, 0, 0, 0, 0, 0, 0],
            [0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0],
            [0, 0, 0x7f, 0xff, 0xff, 0xff, 0, 1],
            [0, 0, 0, 0, 0, 0, 0xff, 0xff],
            [0, 0, 0, 0, 0, 0, 0, 1, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0xff, 0, 0, 0, 0, 0, 0, 0],
        ];

        Assert.All(liars, liar => Assert.False(LetterContent.TryRead(liar, out _)));
    }
}
