using Microsoft.AspNetCore.Html;
using Pamphlet.Posts;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Reading;

/// <summary>What a slice is given: the plan of its file, and the paper around it.</summary>
internal class Sheet(PagePlan plan, Catalogue catalogue, Func<PostId, Article> articleOf)
{
    public Catalogue Catalogue => catalogue;

    public Paper Paper => catalogue.Paper;

    /// <summary>The way from this page to the root: <c>""</c>, <c>"../"</c> …</summary>
    public string Root { get; } = plan.Path.WayToRoot;

    public SitePath Path => plan.Path;

    public Article ArticleOf(Card card) => articleOf(card.Id);

    /// <summary>A link from this page to a file of the site.</summary>
    public string To(SitePath file) => SiteLink.Relative(Root, file);

    public string To(string file) => Root + SiteLink.Encode(file);

    /// <summary>Where a file of the site lives for the world, or null: the paper has no home.</summary>
    public string? AtHome(SitePath file) => Paper.Home is { } home ? SiteLink.Absolute(home, file) : null;

    /// <summary>Where a file is named for machines: absolutely if the paper has a home.</summary>
    public string ForMachines(SitePath file) => AtHome(file) ?? To(file);

    public HtmlString Html(SafeHtml html) => new(html.At(Root));

    /// <summary>Whether the pen name has a page: a name that stands only under pages has none.</summary>
    public bool HasPage(Signature name) => catalogue.ByPenName[name.Slug].Count > 0;

    /// <summary>Every version of a text, itself included, by language; none if it is the only one.</summary>
    public IReadOnlyList<Card> VersionsOf(Card card) =>
        card.TranslationGroup is { } group && catalogue.ByTranslationGroup[group] is { Count: > 1 } versions
            ? versions
            : [];
}

internal sealed class Sheet<TPlan>(TPlan plan, Catalogue catalogue, Func<PostId, Article> articleOf)
    : Sheet(plan, catalogue, articleOf)
    where TPlan : PagePlan
{
    public TPlan Plan => plan;
}
