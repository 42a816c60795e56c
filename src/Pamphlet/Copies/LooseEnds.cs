using AngleSharp.Dom;
using Pamphlet.Reading;

namespace Pamphlet.Copies;

/// <summary>A text that leaves its edition takes no link along that would lead nowhere, and nothing that asks another host.</summary>
internal sealed class LooseEnds(PaperCopy paper)
{
    /// <summary>What a copy does not show: menus, forms, what to read next.</summary>
    private const string NotCarried =
        "nav, form, script, .next, .tags, .skip, .unseen, .over, .acts, .take, #comment-form, source";

    private static readonly string[] OnlyForScreens = ["srcset", "sizes", "loading", "decoding", "fetchpriority"];

    /// <summary>Mends a part of a page.</summary>
    /// <param name="from">The page, from the site's root.</param>
    /// <param name="linkTo">Where a file of the site is in this copy, or null: not in it.</param>
    /// <param name="pictureAt">Where a picture is in this copy, given its path; null: leave it out, and say what it showed.</param>
    public void Mend(IElement part, string from, Func<string, string?> linkTo, Func<string, string?> pictureAt)
    {
        foreach (var unwanted in part.QuerySelectorAll(NotCarried).ToList())
        {
            unwanted.Remove();
        }

        foreach (var image in part.QuerySelectorAll("img").ToList())
        {
            Array.ForEach(OnlyForScreens, name => image.RemoveAttribute(name));
            var path = PaperCopy.InSite(from, image.GetAttribute("src") ?? "");
            if (path is not null && pictureAt(path) is { } there)
            {
                image.SetAttribute("src", there);
            }
            else
            {
                image.Replace(part.Owner!.CreateTextNode(image.GetAttribute("alt") ?? ""));
            }
        }

        foreach (var picture in part.QuerySelectorAll("picture").ToList())
        {
            picture.Replace([.. picture.ChildNodes]);
        }

        foreach (var link in part.QuerySelectorAll("a[href]").ToList())
        {
            MendLink(part, link, from, linkTo);
        }
    }

    private void MendLink(IElement part, IElement link, string from, Func<string, string?> linkTo)
    {
        var href = link.GetAttribute("href")!;
        if (href.StartsWith('#'))
        {
            if (part.QuerySelector($"[id=\"{href[1..].Replace("\"", "", StringComparison.Ordinal)}\"]") is null)
            {
                link.Replace([.. link.ChildNodes]);
            }

            return;
        }

        if (PaperCopy.InSite(from, href) is not { } path)
        {
            return;
        }

        if (linkTo(path) is { } there)
        {
            link.SetAttribute("href", there);
        }
        else if (paper.Home is { } home)
        {
            link.SetAttribute("href", home + SiteLink.Encode(path));
        }
        else
        {
            link.Replace([.. link.ChildNodes]);
        }
    }
}
