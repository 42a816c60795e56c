using System.Text;
using NetVips;
using Pamphlet.Pictures;
using Pamphlet.Pictures.Receiving;
using Pamphlet.Publications;

namespace Pamphlet.Tests.Pictures;

public sealed class ReceivePictureTests
{
    private static readonly PublicationId Paper = new(1);

    [Fact]
    public void A_photograph_comes_in_the_sizes_that_screens_ask_for()
    {
        var picture = Kept(Drawn.Jpeg(3000, 2000)).Picture;

        Assert.Equal((2000, 1333), (picture.Width, picture.Height));
        Assert.Equal(
            [400, 800, 1400, 2000],
            picture.Files.Where(file => file.Format == PictureFormat.Jpeg).Select(file => file.Width)
        );
        Assert.All(picture.Files, file => Assert.Equal(file.Length, file.Content.Length));
        Assert.All(picture.Files, file => Assert.InRange(Math.Abs((file.Width * 2 / 3) - file.Height), 0, 1));
    }

    [Fact]
    public void A_small_picture_is_not_made_larger()
    {
        var picture = Kept(Drawn.Jpeg(120, 90)).Picture;

        Assert.Equal((120, 90), (picture.Width, picture.Height));
        Assert.All(picture.Files, file => Assert.Equal(120, file.Width));
    }

    [Fact]
    public void A_drawing_keeps_its_edges()
    {
        var picture = Kept(Drawn.Diagram(900, 600)).Picture;

        Assert.DoesNotContain(picture.Files, file => file.Format == PictureFormat.Jpeg);
        var full = picture.Files.Single(file => file is { Format: PictureFormat.Png, Width: 900 });
        Assert.Equal([0d, 200, 40], Vips.Run(() => Image.PngloadBuffer(full.Content)[449, 299]));
        Assert.Equal([0d, 0, 0], Vips.Run(() => Image.PngloadBuffer(full.Content)[470, 320]));
    }

    [Fact]
    public void A_picture_taken_sideways_stands_upright()
    {
        using var photo = Drawn.Photo(600, 400);
        var sideways = Vips.Run(() =>
            photo.Mutate(meta => meta.Set(GValue.GIntType, "orientation", 6)).JpegsaveBuffer(q: 90)
        );

        var picture = Kept(sideways).Picture;

        Assert.Equal((400, 600), (picture.Width, picture.Height));
        var full = picture.Files.First(file => file is { Format: PictureFormat.Jpeg, Width: 400 });
        var corner = Vips.Run(() => Image.JpegloadBuffer(full.Content)[380, 20]);
        Assert.True(corner[0] > 200 && corner[1] < 60, "What was top left is top right after a quarter turn.");
    }

    [Fact]
    public void The_same_file_gives_the_same_bytes()
    {
        var content = Drawn.Jpeg(1000, 700);

        var (one, two) = (Kept(content).Picture, Kept(content).Picture);

        Assert.Equal(one.Files.Select(file => file.Hash), two.Files.Select(file => file.Hash));
        Assert.Equal(one.ArrivedAs, two.ArrivedAs);
        Assert.NotEqual(one.Id, two.Id);
    }

    [Fact]
    public void A_small_animation_goes_on_moving_and_a_large_one_says_that_it_stopped()
    {
        var small = Kept(Drawn.MovingGif(80, 60, 5));
        var large = Kept(Drawn.MovingGif(80, 60, 200));

        Assert.False(small.IsStilled);
        var file = Assert.Single(small.Picture.Files);
        Assert.Equal((PictureFormat.Gif, 80, 60), (file.Format, file.Width, file.Height));
        Assert.Equal(5, Vips.Run(() => Image.GifloadBuffer(file.Content, n: -1).Height / 60));
        Assert.True(large.IsStilled);
        Assert.DoesNotContain(large.Picture.Files, file => file.Format == PictureFormat.Gif);
    }

    [Fact]
    public void A_drawing_program_is_refused() =>
        Assert.Equal(
            PictureRefusal.Drawing,
            Refused("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()).Reason
        );

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>404</body></html>")]
    [InlineData("%PDF-1.7")]
    [InlineData("II*\0tiff")]
    [InlineData("GIF")]
    [InlineData("")]
    public void What_is_no_picture_is_refused(string content) =>
        Assert.Equal(PictureRefusal.NoPicture, Refused(Encoding.Latin1.GetBytes(content)).Reason);

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.01)]
    public void A_damaged_picture_is_refused_and_nothing_is_thrown(double part)
    {
        var content = Drawn.Jpeg(800, 600);

        Assert.Equal(PictureRefusal.Damaged, Refused(content[..(int)(content.Length * part)]).Reason);
    }

    [Fact]
    public void A_picture_with_something_behind_its_end_loses_that()
    {
        byte[] polyglot = [.. Drawn.Jpeg(300, 200), .. "PK\u0003\u0004<script>alert(1)</script>"u8];

        Assert.All(
            Kept(polyglot).Picture.Files,
            file => Assert.DoesNotContain("<script>", Encoding.Latin1.GetString(file.Content), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_header_that_claims_the_sky_is_refused_before_anything_is_decoded()
    {
        var content = Drawn.Diagram(50, 50);
        // A PNG's width and height stand at 16 and 20, and their checksum at 29.
        (content[16], content[17], content[20], content[21]) = (0, 1, 0, 1);
        var checksum = Crc32(content.AsSpan(12, 17));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(29), checksum);

        Assert.Equal(PictureRefusal.TooManyPixels, Refused(content).Reason);
    }

    [Fact]
    public void Limits_are_kept()
    {
        var content = Drawn.Jpeg(200, 100);

        Assert.IsType<ReceivedPicture.Kept>(
            ReceivePicture.Run(Paper, content, PictureLimits.Usual with { Pixels = 20_000 })
        );
        Assert.Equal(
            PictureRefusal.TooManyPixels,
            Refused(content, PictureLimits.Usual with { Pixels = 19_999 }).Reason
        );
        Assert.Equal(
            PictureRefusal.TooManyBytes,
            Refused(content, PictureLimits.Usual with { Bytes = content.Length - 1 }).Reason
        );
    }

    private static ReceivedPicture.Kept Kept(byte[] content) =>
        Assert.IsType<ReceivedPicture.Kept>(ReceivePicture.Run(Paper, content, PictureLimits.Usual));

    private static ReceivedPicture.Refused Refused(byte[] content, PictureLimits? limits = null) =>
        Assert.IsType<ReceivedPicture.Refused>(ReceivePicture.Run(Paper, content, limits ?? PictureLimits.Usual));

    /// <summary>PNG's checksum, bit by bit.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        return ~sum;
    }
}
