using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Pamphlet.Posts;
using Pamphlet.Reading.Addresses;
using Pamphlet.Reading.Feeds;
using Pamphlet.Reading.Sitemaps;
using Pamphlet.Reading.Words;
using RazorSlices;

namespace Pamphlet.Reading;

/// <summary>Writes a planned file. Pure, and safe to call from several threads at once.</summary>
internal static class PageWriter
{
    // The default encoder would write every Vietnamese letter as an entity, and double the page.
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="notice">What stands above a page that readers do not see.</param>
    /// <param name="articleOf">Gives each post that the plan <see cref="PagePlan.Needs"/>.</param>
    public static void Write(
        PagePlan plan,
        Catalogue catalogue,
        Func<PostId, Article> articleOf,
        IBufferWriter<byte> output,
        PageNotice? notice = null
    )
    {
        switch (plan)
        {
            case StylePlan:
                Encoding.UTF8.GetBytes(Style.Of(catalogue.Paper.Theme), output);
                break;
            case IconPlan:
                Icon.Write(catalogue.Paper, output);
                break;
            case FeedPlan { Format: FeedFormat.Json } feed:
                JsonFeed.Write(feed, catalogue, articleOf, output);
                break;
            case FeedPlan feed:
                XmlFeed.Write(TextFeed.Of(feed, catalogue, articleOf), feed.Format, output);
                break;
            case CommentFeedPlan feed:
                XmlFeed.Write(CommentFeed.Of(feed, catalogue, articleOf), feed.Format, output);
                break;
            case SitemapPlan:
                Sitemap.WriteIndex(catalogue, output);
                break;
            case SitemapPagesPlan:
                Sitemap.WritePages(catalogue, output);
                break;
            case SitemapPartPlan part:
                Sitemap.WritePart(catalogue, part.Number, output);
                break;
            case RobotsPlan:
                Robots.Write(catalogue.Paper, output);
                break;
            case TypesPlan:
                MediaTypes.Write(output);
                break;
            case AddressesPlan:
                AddressTable.Write(catalogue, output);
                break;
            case NotFoundPlan notFound:
                using (var slice = new Reading_NotFound { Model = new RootedSheet(notFound, catalogue, articleOf) })
                {
                    Render(slice, output);
                }

                break;
            default:
                var frame = PageFrame.For(plan, catalogue, articleOf) with
                {
                    Feeds = PageFeeds.Of(plan, catalogue.Paper),
                    Notice = notice,
                };
                using (var slice = new Reading_Layout { Model = frame })
                {
                    Render(slice, output);
                }

                break;
        }
    }

    public static void WriteSearch(SearchAnswer answer, Catalogue catalogue, IBufferWriter<byte> output)
    {
        var frame = PageFrame.For(answer, catalogue) with { Feeds = PageFeeds.Of(new SearchPlan(), catalogue.Paper) };
        using var slice = new Reading_Layout { Model = frame };
        Render(slice, output);
    }

    /// <summary>The page that tells how to check a copy.</summary>
    public static void WriteVerify(SealFacts facts, Catalogue catalogue, IBufferWriter<byte> output)
    {
        var plan = new VerifyPlan();
        var frame = PageFrame.For(facts, catalogue) with { Feeds = PageFeeds.Of(plan, catalogue.Paper) };
        using var slice = new Reading_Layout { Model = frame };
        Render(slice, output);
    }

    /// <summary>The page for whoever takes the paper along.</summary>
    public static void WriteCopies(CopyFacts facts, Catalogue catalogue, IBufferWriter<byte> output)
    {
        var plan = new CopiesPlan();
        var frame = PageFrame.For(facts, catalogue) with { Feeds = PageFeeds.Of(plan, catalogue.Paper) };
        using var slice = new Reading_Layout { Model = frame };
        Render(slice, output);
    }

    /// <param name="slice">The room's own, whose form it is.</param>
    public static void WriteForm(
        FormPlan plan,
        Func<Phrasebook, string> title,
        Func<Sheet, RazorSlice> slice,
        Catalogue catalogue,
        IBufferWriter<byte> output
    )
    {
        var frame = PageFrame.For(plan, title, slice, catalogue) with { Feeds = PageFeeds.Of(plan, catalogue.Paper) };
        using var page = new Reading_Layout { Model = frame };
        Render(page, output);
    }

    private static void Render(RazorSlice slice, IBufferWriter<byte> output)
    {
        var rendering = slice.RenderAsync(new BufferPipe(output), Letters);
        if (!rendering.IsCompleted)
        {
            throw new InvalidOperationException("A reader's page waited for something: pages are pure.");
        }

#pragma warning disable VSTHRD002 // It has ended: nothing is waited for.
        rendering.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }
}
