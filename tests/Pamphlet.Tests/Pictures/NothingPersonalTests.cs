using System.Diagnostics;
using System.Text;
using NetVips;
using Pamphlet.Pictures.Receiving;
using Pamphlet.Publications;

namespace Pamphlet.Tests.Pictures;

/// <summary>What a camera, a phone or a program wrote into a file is not in any file that the paper shows.</summary>
public sealed class NothingPersonalTests
{
    private const string Secret = "Nguyen Thi Bi Mat";

    // Facts of the encoding, which every picture has; anything else that exiftool finds is one too many.
    private static readonly string[] Encoding =
    [
        "ExifToolVersion",
        "FileType",
        "FileTypeExtension",
        "MIMEType",
        "ImageWidth",
        "ImageHeight",
        "EncodingProcess",
        "BitsPerSample",
        "ColorComponents",
        "YCbCrSubSampling",
        "ImageSize",
        "Megapixels",
        "JFIFVersion",
        "ResolutionUnit",
        "XResolution",
        "YResolution",
        "BitDepth",
        "ColorType",
        "Compression",
        "Filter",
        "Interlace",
        "Palette",
        "SourceFile",
        "FileName",
        "Directory",
        "FileSize",
        "FileModifyDate",
        "FileAccessDate",
        "FileInodeChangeDate",
        "FilePermissions",
        "VP8Version",
        "HorizontalScale",
        "VerticalScale",
        "WebP_Flags",
        "GIFVersion",
        "HasColorMap",
        "ColorResolutionDepth",
        "BackgroundColor",
        "FrameCount",
        "Duration",
        "AnimationIterations",
        "PixelUnits",
        "PixelsPerUnitX",
        "PixelsPerUnitY",
        "AlphaIsUsed",
        "ImageVersion",
        "TransparencyPresent",
        "BitsPerPixel",
        "Transparency",
    ];

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    public async Task No_word_about_anybody_survives(string ending)
    {
        Assert.SkipWhen(ExifTool is null, "exiftool is not installed.");
        var written = await WithSecretsAsync(ending);
        Assert.Contains(Secret, Latin(written), StringComparison.Ordinal);

        var kept = Assert.IsType<ReceivedPicture.Kept>(
            ReceivePicture.Run(new PublicationId(1), written, PictureLimits.Usual)
        );

        Assert.NotEmpty(kept.Picture.Files);
        foreach (var file in kept.Picture.Files)
        {
            Assert.DoesNotContain(Secret, Latin(file.Content), StringComparison.Ordinal);
            Assert.DoesNotContain("Exif", Latin(file.Content), StringComparison.Ordinal);
            Assert.DoesNotContain("ICC_PROFILE", Latin(file.Content), StringComparison.Ordinal);
            var found = await TagsOfAsync(file.Content, Path.GetExtension(file.SitePath));
            Assert.Empty(found.Except(Encoding, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_wide_colour_is_shown_as_the_same_colour_without_its_profile()
    {
        using var photo = Drawn.Photo(300, 200);
        var wide = Vips.Run(() => photo.IccTransform("p3", inputProfile: "srgb").JpegsaveBuffer(q: 95, profile: "p3"));

        var kept = Assert.IsType<ReceivedPicture.Kept>(
            ReceivePicture.Run(new PublicationId(1), wide, PictureLimits.Usual)
        );

        // Display P3 writes sRGB's red as 234, 51, 35: taken as it stands it would be a brownish one.
        var full = kept.Picture.Files.First(file =>
            file.Width == 300 && file.Format == Pamphlet.Pictures.PictureFormat.Jpeg
        );
        var corner = Vips.Run(() => Image.JpegloadBuffer(full.Content)[20, 20]);
        Assert.True(corner[0] > 248 && corner[1] < 16 && corner[2] < 16, string.Join(' ', corner));
    }

    private static string? ExifTool { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Select(folder => Path.Combine(folder, "exiftool"))
            .FirstOrDefault(File.Exists);

    private static string Latin(byte[] content) => System.Text.Encoding.Latin1.GetString(content);

    private static async Task<byte[]> WithSecretsAsync(string ending)
    {
        var folder = Directory.CreateTempSubdirectory("pamphlet-picture-");
        try
        {
            var file = Path.Combine(folder.FullName, "picture." + ending);
            var thumbnail = Path.Combine(folder.FullName, "small.jpg");
            await File.WriteAllBytesAsync(file, Plain(ending), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(thumbnail, Drawn.Jpeg(80, 60), TestContext.Current.CancellationToken);
            string[] everywhere =
            [
                "-q",
                "-m",
                "-overwrite_original",
                $"-XMP:Creator={Secret}",
                "-XMP:GPSLatitude=21.0278",
                $"-Comment={Secret}",
            ];
            string[] camera =
            [
                $"-EXIF:Artist={Secret}",
                "-EXIF:GPSLatitude=21.0278",
                "-EXIF:GPSLatitudeRef=N",
                "-EXIF:SerialNumber=31415",
                $"-EXIF:UserComment={Secret}",
            ];
            string[] paper = [$"-IPTC:By-line={Secret}", "-IPTC:City=Hanoi", $"-EXIF:ThumbnailImage<={thumbnail}"];
            await ExifAsync([.. everywhere, .. ending is "gif" ? [] : camera, .. ending is "jpg" ? paper : [], file]);
            return await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Plain(string ending)
    {
        using var photo = Drawn.Photo(500, 300);
        return Vips.Run(() =>
            ending switch
            {
                "jpg" => photo.JpegsaveBuffer(profile: "p3"),
                "png" => photo.PngsaveBuffer(profile: "p3"),
                "webp" => photo.WebpsaveBuffer(profile: "p3"),
                _ => photo.GifsaveBuffer(),
            }
        );
    }

    private static async Task<IReadOnlyList<string>> TagsOfAsync(byte[] content, string ending)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ending);
        try
        {
            await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
            var listed = await ExifAsync(["-a", "-G0", "-s", file]);
            return
            [
                .. listed
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => line.Split(']', 2)[1].Split(':', 2)[0].Trim()),
            ];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> ExifAsync(IEnumerable<string> arguments)
    {
        using var tool = Process.Start(
            new ProcessStartInfo(ExifTool!, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = await tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = await tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(tool.ExitCode == 0, complained);
        return said;
    }
}
