using Microsoft.EntityFrameworkCore;
using NetVips;
using Pamphlet.Desk;
using Pamphlet.Pictures;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Pictures;

namespace Pamphlet.Tests.Writing;

public sealed class PictureTests
{
    [Theory, EachDatabase]
    public async Task A_picture_stands_at_the_end_of_the_text_and_its_faces_are_covered_for_good(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("A draft");
        _ = await mai.WriteAsync(text, "Words.");

        var added = await mai.UploadAsync(text, Drawn.Jpeg(600, 400));
        var before = (await desk.PostAtAsync(text)).Markdown;
        var page = await mai.GetAsync($"{text}/pictures");
        var cover = page.Page.QuerySelector(".pictures a")!.GetAttribute("href")!;
        var covered = await mai.PostAsync(cover, ("field", "1,1"), ("numbers", "2,2-3,4"));
        var after = (await desk.PostAtAsync(text)).Markdown;

        Assert.Equal((303, 303), (added.Status, covered.Status));
        Assert.StartsWith("Words.\n\n::: figure\n![Two people at a table](picture:", before, StringComparison.Ordinal);
        Assert.Contains("-- Mai", before, StringComparison.Ordinal);
        Assert.NotEqual(before, after);
        await using var open = desk.Database.Open();
        var picture = await open.Set<Picture>().Include(one => one.Files).SingleAsync(TestDesk.Cancel);
        Assert.True(picture.IsCovered);
        Assert.Contains($"picture:{picture.Id}", after, StringComparison.Ordinal);
        var widest = picture.Files.Where(file => file.Format == PictureFormat.Jpeg).MaxBy(file => file.Width)!;
        using var seen = Image.NewFromBuffer(widest.Content);
        Assert.True(IsTone(seen, 20, 20), "The first field shows.");
        Assert.True(IsTone(seen, 130, 110), "A field that was named by numbers shows.");
        Assert.False(IsTone(seen, 500, 350), "What was not chosen is covered.");
    }

    [Fact]
    public async Task What_is_no_picture_comes_back_with_a_reason_and_the_words_that_were_typed()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("A draft");

        var drawing = await mai.UploadAsync(text, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray());
        var damaged = await mai.UploadAsync(text, Drawn.Jpeg(200, 200)[..3000]);
        var none = await mai.UploadAsync(text, []);

        Assert.Equal((400, 400, 400), (drawing.Status, damaged.Status, none.Status));
        Assert.Contains("SVG", drawing.MessageAt("file"), StringComparison.Ordinal);
        Assert.Contains("damaged", damaged.MessageAt("file"), StringComparison.Ordinal);
        Assert.Contains("choose a file", none.MessageAt("file"), StringComparison.Ordinal);
        Assert.Equal("Two people at a table", drawing.Value("alt"));
        await using var open = desk.Database.Open();
        Assert.Empty(await open.Set<Picture>().ToListAsync(TestDesk.Cancel));
    }

    [Theory]
    [InlineData("13,1")]
    [InlineData("a,b")]
    [InlineData("1,1-2,2-3,3")]
    [InlineData("0,1")]
    public async Task Fields_that_are_not_understood_are_named_and_nothing_is_covered(string numbers)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("A draft");
        _ = await mai.UploadAsync(text, Drawn.Jpeg(600, 400));
        var cover = (await mai.GetAsync($"{text}/pictures")).Page.QuerySelector(".pictures a")!.GetAttribute("href")!;

        var refused = await mai.PostAsync(cover, ("numbers", numbers));

        Assert.Equal(400, refused.Status);
        Assert.Contains(numbers, refused.MessageAt("numbers"), StringComparison.Ordinal);
        Assert.Equal(numbers, refused.Value("numbers"));
    }

    private static bool IsTone(Image image, int x, int y)
    {
        var pixel = image.Getpoint(x, y);
        return Math.Abs(pixel[0] - 96) < 12 && Math.Abs(pixel[1] - 92) < 12 && Math.Abs(pixel[2] - 86) < 12;
    }
}
