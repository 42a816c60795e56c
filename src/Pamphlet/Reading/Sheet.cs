using Microsoft.AspNetCore.Html;
using Pamphlet.Posts;
using Pamphlet.Reading.Words;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Reading;

/// <summary>What a slice is given: the plan of its file, and the paper around it.</summary>
/// <remarks>
/// A slice shows what its plan holds, and of a text its <see cref="ReadNext"/>, its series and its versions; the front page
/// may count subjects and years. Whatever else it looked up, <see cref="SitePlan.Touched"/> would not know to write again when
/// that changes, and readers would go on seeing the old.
/// </remarks>
/// <param name="root">What stands before a file's path in a link.</param>
internal abstract class Sheet(PagePlan plan, Catalogue catalogue, Func<PostId, Article> articleOf, string root)
{
    public Catalogue Catalogue => catalogue;

    public Paper Paper => catalogue.Paper;

    /// <summary>What the page itself says: a text's own page speaks the text's language where we do, every other the paper's.</summary>
    public Phrasebook Words { get; } =
        plan switch
        {
            PostPlan post => Phrasebooks.For(post.Card.Language, catalogue.Paper.Language),
            FormPlan { Language: { } about } => Phrasebooks.For(about, catalogue.Paper.Language),
            DiscussionPlan later => Phrasebooks.For(later.Card.Language, catalogue.Paper.Language),
            StandingPlan page => Phrasebooks.For(page.Card.Language, catalogue.Paper.Language),
            _ => Phrasebooks.For(catalogue.Paper.Language),
        };

    /// <summary>The way from this page to the root: <c>""</c>, <c>"../"</c> …</summary>
    public string Root => root;

    public SitePath Path => plan.Path;

    public Article ArticleOf(Card card) => articleOf(card.Id);

    /// <summary>A link from this page to a file of the site.</summary>
    public string To(SitePath file) => SiteLink.Relative(Root, file);

    public string To(string file) => Root + SiteLink.Encode(file);

    /// <summary>Where a file of the site lives for the world, or null: the paper has no home.</summary>
    public string? AtHome(SitePath file) => Paper.Home is { } home ? SiteLink.Absolute(home, file) : null;

    /// <summary>Where a file is named for machines: absolutely if the paper has a home.</summary>
    public string ForMachines(SitePath file) => AtHome(file) ?? To(file);

    public HtmlString Html(SafeHtml html) =>
        new((Paper.Theme.Look.HasPictures ? html : html.WithoutPictures(Language.From(Words.Language))).At(Root));

    /// <summary>What is said around a text in a list: in its language where we speak it, so that a card reads in one direction.</summary>
    public Phrasebook WordsAround(Card card) => Phrasebooks.For(card.Language, Paper.Language);

    /// <summary>The attributes of an element in a language.</summary>
    public static HtmlString In(Language language) => new($"lang=\"{language.Tag}\" dir=\"{language.Direction}\"");

    /// <summary>The attributes of our words within <paramref name="around"/>: none where they are in its language.</summary>
    public static HtmlString In(Phrasebook words, Language around)
    {
        var ours = Language.From(words.Language);
        return string.Equals(ours.Primary, around.Primary, StringComparison.Ordinal) ? HtmlString.Empty : In(ours);
    }

    /// <summary>Whether the pen name has a page: a name that stands only under pages has none.</summary>
    public bool HasPage(Signature name) => catalogue.ByPenName[name.Slug].Count > 0;

    /// <summary>Every version of a text, itself included, by language; none if it is the only one.</summary>
    public IReadOnlyList<Card> VersionsOf(Card card) =>
        card.TranslationGroup is { } group && catalogue.ByTranslationGroup[group] is { Count: > 1 } versions
            ? versions
            : [];
}

internal sealed class Sheet<TPlan>(TPlan plan, Catalogue catalogue, Func<PostId, Article> articleOf)
    : Sheet(plan, catalogue, articleOf, plan.Path.WayToRoot)
    where TPlan : PagePlan
{
    public TPlan Plan => plan;
}

/// <summary>Of a page that is shown at any depth: its links begin at the host's root, or where the paper lives on it.</summary>
internal sealed class RootedSheet(NotFoundPlan plan, Catalogue catalogue, Func<PostId, Article> articleOf)
    : Sheet(plan, catalogue, articleOf, catalogue.Paper.Home?.AbsolutePath ?? "/");
