using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Copies;

/// <summary>One text of an edition, read back from its page.</summary>
/// <param name="Date">The day it appeared, <c>2026-11-01</c>, or "": it stands outside time.</param>
/// <param name="Changed">The day it last changed, or the day it appeared, or "".</param>
/// <param name="Article">The text with its heading: it may be changed, for it is this copy's own.</param>
internal sealed record CopiedText(
    SitePath Path,
    string Title,
    Language Language,
    string Date,
    string Changed,
    IReadOnlyList<string> Names,
    IElement Article,
    IHtmlDocument Page
)
{
    /// <returns>Null: the page holds no text.</returns>
    public static CopiedText? Of(SitePath path, IHtmlDocument page)
    {
        if (page.QuerySelector("article.post.h-entry") is not { } article)
        {
            return null;
        }

        _ = Language.TryParse(article.GetAttribute("lang"), out var language);
        var date = article.QuerySelector("time.dt-published")?.GetAttribute("datetime") ?? "";
        return new CopiedText(
            path,
            article.QuerySelector(".p-name")?.TextContent.Trim() ?? "",
            language,
            date,
            article.QuerySelector("time.dt-updated")?.GetAttribute("datetime") ?? date,
            [
                .. article
                    .QuerySelectorAll(".p-author")
                    .Select(name => name.TextContent.Trim())
                    .Distinct(StringComparer.Ordinal),
            ],
            article,
            page
        );
    }
}
