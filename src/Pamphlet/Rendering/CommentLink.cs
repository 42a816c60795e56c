using Markdig.Syntax.Inlines;
using Pamphlet.Rendering.Constructs;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering;

/// <summary>A reader's link. Its words may lie about where it leads, so it says so itself.</summary>
internal static class CommentLink
{
    /// <summary>Search engines shall not count it, and the other side shall not learn where it stood.</summary>
    public const string Relation = "nofollow ugc noopener noreferrer";

    public static void Add(LinkInline link, HtmlElement into)
    {
        var words = Words.Of(link);
        var target = link.Url?.Trim() ?? "";
        if (InnerAddress.Is(target))
        {
            into.Add(
                new HtmlElement("a")
                    .WithRooted("href", SafeHtml.Root + target[1..])
                    .With("rel", Relation)
                    .Add(words.Length == 0 ? target : words)
            );
            return;
        }

        if (!OutsideAddress.TryParseWeb(target, out var address, out var host))
        {
            into.Add(words);
            return;
        }

        into.Add(
            new HtmlElement("a").With("href", address).With("rel", Relation).Add(words.Length == 0 ? address : words)
        );
        if (words.Length > 0 && !Says(words, target, address))
        {
            into.Add(" (" + host + ")");
        }
    }

    /// <summary>Whether the words are the address itself, with or without its scheme.</summary>
    private static bool Says(string words, string target, string address) =>
        Same(words, target)
        || Same(words, address)
        || Same("https://" + words, target)
        || Same("http://" + words, target);

    private static bool Same(string one, string other) =>
        string.Equals(one.TrimEnd('/'), other.TrimEnd('/'), StringComparison.Ordinal);
}
