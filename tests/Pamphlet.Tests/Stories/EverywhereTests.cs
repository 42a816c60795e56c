using Pamphlet.Tests.House;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>The same page in Chromium and in Debian's Firefox, scripts off in both.</summary>
public sealed class EverywhereTests(PaperFixture papers)
{
    [Theory, InlineData(1440), InlineData(360)]
    public async Task Chromium_and_firefox_show_the_same_words_in_the_same_places(int width)
    {
        var paper = await papers.Sample;

        Checkout.Nobody(await DifferencesAsync(paper, new Reader(width, 900)));
    }

    /// <summary>What a page of each kind shows otherwise in one browser than in the other.</summary>
    internal static async Task<IEnumerable<string>> DifferencesAsync(ServedPaper paper, Reader reader)
    {
        var inChromium = paper.LookAsync(reader);
        var inFirefox = Firefox.AskAsync([.. paper.Kinds.Select(paper.AddressOf)], reader, PageFacts.Expression);
        var (chromium, firefox) = (await inChromium, await inFirefox);
        return chromium
            .Zip(firefox.Select(PageFacts.From), (one, other) => (one.Page, Faults: Differences(one.Facts, other)))
            .SelectMany(page => page.Faults.Select(fault => $"{page.Page}: {fault}"));
    }

    /// <summary>
    /// Fair means: the same words in the same order; each block in the same order, as wide and as far from the side to 8
    /// pixels; neither scrolls sideways. Two engines may break a line elsewhere, so heights may differ by a twentieth.
    /// </summary>
    internal static IEnumerable<string> Differences(PageFacts one, PageFacts other)
    {
        if (one.Text != other.Text)
        {
            var at = one.Text.Zip(other.Text).TakeWhile(pair => pair.First == pair.Second).Count();
            yield return $"the words differ at «{Around(one.Text, at)}» and «{Around(other.Text, at)}»";
        }

        if (other.Sideways > 0)
        {
            yield return $"Firefox scrolls sideways by {other.Sideways}: {string.Join(", ", other.StickingOut)}";
        }

        if (
            !one
                .Blocks.Select(block => block.Name)
                .SequenceEqual(other.Blocks.Select(block => block.Name), StringComparer.Ordinal)
        )
        {
            yield return "one shows a block that the other hides";
            yield break;
        }

        foreach (var (here, there) in one.Blocks.Zip(other.Blocks))
        {
            if (Math.Abs(here.Left - there.Left) > 8 || Math.Abs(here.Width - there.Width) > 8)
            {
                yield return $"{here.Name} «{here.Words}» is at {here.Left}+{here.Width} and at {there.Left}+{there.Width}";
                yield break;
            }
        }

        if (Math.Abs(one.Height - other.Height) > Math.Max(one.Height / 20, 60))
        {
            yield return $"the page is {one.Height} and {other.Height} high";
        }
    }

    private static string Around(string text, int at) =>
        text.Substring(Math.Max(0, at - 10), Math.Min(40, text.Length - Math.Max(0, at - 10)));
}
