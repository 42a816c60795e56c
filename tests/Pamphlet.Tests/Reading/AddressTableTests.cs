using Pamphlet.Posts;
using Pamphlet.Seal;

namespace Pamphlet.Tests.Reading;

public sealed class AddressTableTests
{
    [Theory]
    [InlineData("200 /feeds/posts/default feed.atom")]
    [InlineData("200 /feeds/comments/default comments.atom")]
    [InlineData("200 /feeds/posts/summary feed.brief.atom")]
    [InlineData("200 /atom.xml feed.atom")]
    [InlineData("200 /rss.xml feed.rss")]
    [InlineData("301 /search/label/V%E1%BB%81%20tho tag/tho.html")]
    [InlineData("200 /feeds/posts/default/-/V%E1%BB%81%20tho tag/tho.atom")]
    [InlineData("301 /2010_01_01_archive.html 2010/01/index.html")]
    [InlineData("200 /feeds/4/comments/default 2010/01/text-4.comments.atom")]
    public void What_blogger_answered_every_paper_answers(string line) => Assert.Contains(line, Lines(Discussed()));

    [Fact]
    public void Every_line_leads_to_a_file_of_the_edition()
    {
        var paper = Discussed() with
        {
            Withdrawn = [new(SitePath.From("2010/01/đã rút.html"), "Vì một nguồn tin")],
            Addresses =
            [
                new("/xưa", "2010/01/text-1.html", OldAddressAnswer.Moved),
                new("/mất", "", OldAddressAnswer.Gone),
            ],
        };
        var files = paper.Files();
        Assert.All(
            Lines(paper),
            line =>
            {
                var parts = line.Split(' ');
                Assert.Equal(3, parts.Length);
                Assert.Contains(parts[0], new[] { "200", "301", "410" });
                Assert.StartsWith("/", parts[1], StringComparison.Ordinal);
                Assert.Contains(Uri.UnescapeDataString(parts[2]), files.Keys);
            }
        );
        Assert.Contains("410 /2010/01/%C4%91%C3%A3%20r%C3%BAt.html 2010/01/%C4%91%C3%A3%20r%C3%BAt.html", Lines(paper));
        Assert.Contains("410 /m%E1%BA%A5t 404.html", Lines(paper));
    }

    [Fact]
    public void What_was_imported_goes_before_what_stands_for_every_paper()
    {
        var paper = InventedPaper.Of(3) with { Addresses = [new("/atom.xml", "feed.rss", OldAddressAnswer.Moved)] };
        Assert.Equal(
            ["301 /atom.xml feed.rss"],
            Lines(paper).Where(line => line.Contains(" /atom.xml ", StringComparison.Ordinal))
        );
    }

    private static string[] Lines(InventedPaper paper) =>
        paper.Files()["edition/addresses.txt"].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static InventedPaper Discussed()
    {
        var paper = InventedPaper.Of(6);
        var posts = paper.Posts.ToDictionary();
        posts[new(4)] = posts[new(4)] with { Comments = [new DateOnly(2021, 1, 2)] };
        return paper with { Posts = posts };
    }
}
