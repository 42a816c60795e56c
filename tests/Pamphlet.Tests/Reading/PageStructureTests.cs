using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Tests.Reading;

/// <summary>What holds for every page of a paper, whatever it looks like.</summary>
public sealed class PageStructureTests
{
    private static readonly Dictionary<string, string> Files = Rich().Files();

    public static TheoryData<string> Pages =>
        [.. Files.Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_and_to_a_place_in_it(string path)
    {
        foreach (var link in Parse(path).QuerySelectorAll("[href], [src]"))
        {
            var target = link.GetAttribute("href") ?? link.GetAttribute("src")!;
            if (Uri.TryCreate(target, UriKind.Absolute, out var absolute) && absolute.Scheme is "https" or "mailto")
            {
                continue;
            }

            // It is shown at any address: only the root and the page itself are known from there.
            if (path == "404.html" && !target.StartsWith('#'))
            {
                Assert.StartsWith("/", target, StringComparison.Ordinal);
                continue;
            }

            var resolved = new Uri(new Uri($"https://site.example/{SiteLink.Encode(path)}"), target);
            var file = Uri.UnescapeDataString(resolved.AbsolutePath[1..]);
            Assert.True(Files.ContainsKey(file), $"{path} links to {target}, which is no file.");
            var mark = Uri.UnescapeDataString(resolved.Fragment.TrimStart('#'));
            // «more» stands where the editors cut, if they did.
            if (mark.Length > 0 && mark != "more")
            {
                Assert.True(
                    Parse(file).GetElementById(mark) is not null,
                    $"{path} links to {target}, where nothing is."
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_has_one_title_its_marks_are_its_own_and_its_language_is_said(string path)
    {
        var page = Parse(path);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        Assert.NotNull(page.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.DocumentElement.GetAttribute("dir"));
        var marks = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(marks.Distinct(), marks);
        Assert.Empty(page.QuerySelectorAll("script, [onclick], [style]"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_first_link_skips_to_the_text(string path)
    {
        if (path != "404.html")
        {
            var page = Parse(path);
            var target = page.QuerySelector("a")!.GetAttribute("href")!;
            Assert.StartsWith("#", target, StringComparison.Ordinal);
            Assert.NotNull(page.GetElementById(target[1..]));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Letters_are_written_as_letters(string path) =>
        Assert.DoesNotMatch("&#x(1E|1B|11|10|E|F|C|D)", Files[path].Replace("&#xA0;", "", StringComparison.Ordinal));

    [Fact]
    public void A_text_names_all_its_versions_in_the_head_and_visibly()
    {
        var page = Parse("2010/01/text-6.html");
        Assert.Equal(
            ["en", "vi"],
            page.QuerySelectorAll("head link[hreflang]").Select(link => link.GetAttribute("hreflang"))
        );
        Assert.NotNull(page.QuerySelector("body a[hreflang=en][lang=en]"));
    }

    [Fact]
    public void Old_links_into_a_discussion_find_their_place()
    {
        var page = Parse("2010/01/text-5.html");
        Assert.NotNull(page.GetElementById("comments"));
        Assert.NotNull(page.GetElementById("comment-form"));
        Assert.NotNull(page.GetElementById("c5000"));
    }

    [Fact]
    public void A_withdrawn_text_leaves_the_editors_words() =>
        Assert.Contains("Vì một nguồn tin", Parse("2010/01/gone.html").Body!.TextContent, StringComparison.Ordinal);

    private static IDocument Parse(string path) => new HtmlParser().ParseDocument(Files[path]);

    private static InventedPaper Rich()
    {
        var paper = InventedPaper.Of(40);
        var posts = paper.Posts.ToDictionary();
        posts[new(5)] = posts[new(5)] with { Comments = [new(2020, 1, 1), new(2020, 1, 2), new(2020, 1, 3)] };
        posts[new(6)] = posts[new(6)] with { Translations = 1, Series = "xuong", Place = 1 };
        posts[new(7)] = posts[new(7)] with { Translations = 1, Language = Language.English };
        posts[new(8)] = posts[new(8)] with
        {
            Title = "Linux \u2014 نوشته",
            Language = Language.From("fa"),
            Series = "xuong",
            Place = 2,
        };
        posts[new(9)] = posts[new(9)] with { Kind = PostKind.Page, Path = "p/lien-he.html" };
        posts[new(10)] = posts[new(10)] with { Path = "2010/01/hỏi: gì?#1.html", Tags = ["thơ & ca"] };
        return paper with
        {
            Posts = posts,
            Paper = paper.Paper with { Menu = [new("Liên hệ", SitePath.From("p/lien-he.html"))] },
            Withdrawn = [new(SitePath.From("2010/01/gone.html"), "Vì một nguồn tin")],
            Popular = [new(3), new(8)],
        };
    }
}
