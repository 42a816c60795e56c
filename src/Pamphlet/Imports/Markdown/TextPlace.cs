using System.Globalization;
using System.Text.RegularExpressions;
using Pamphlet.Imports.Entries;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Markdown;

/// <summary>What a text's path in the folder says of it: a day, a name, a language, whether it is a draft; and where its tool showed it.</summary>
/// <param name="Slug">The file's name without the day, the language and the ending.</param>
/// <param name="Language">As in <c>about.fr.md</c>, or null.</param>
internal sealed partial record TextPlace(
    string Path,
    string Slug,
    DateTimeOffset? Day,
    string? Language,
    MarkdownTool Tool
)
{
    public bool IsDraft => Path.Contains("_drafts/", StringComparison.Ordinal);

    /// <summary>Whether the folder it lies in is one for texts with a date.</summary>
    public bool IsAmongPosts => Path.Split('/')[..^1].Any(PostFolders.Contains);

    /// <summary>Whether it is the first page of a folder, which a paper makes by itself.</summary>
    public bool IsListPage =>
        System.IO.Path.GetFileNameWithoutExtension(Path).StartsWith("_index", StringComparison.Ordinal);

    private static readonly HashSet<string> PostFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "_posts",
        "posts",
        "post",
        "blog",
        "articles",
        "article",
        "essays",
        "news",
        "writing",
    };

    public static TextPlace Of(string path, MarkdownTool tool)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        // Hugo lays a text and its pictures in one folder, which then has the text's name.
        var parts = path.Split('/');
        if (name is "index" or "_index" && parts.Length > 1)
        {
            name = parts[^2];
        }

        string? language = null;
        if (
            LanguageEnding().Match(name) is { Success: true } ending
            && Rendering.Language.TryParse(ending.Groups["tag"].Value, out _)
        )
        {
            language = ending.Groups["tag"].Value;
            name = name[..ending.Index];
            name = name is "index" or "_index" && parts.Length > 1 ? parts[^2] : name;
        }

        var dated = Dated().Match(name);
        DateTimeOffset? day = null;
        if (
            dated.Success
            && DateTimeOffset.TryParseExact(
                $"{dated.Groups["year"].Value}-{dated.Groups["month"].Value}-{dated.Groups["day"].Value}",
                "yyyy-M-d",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var said
            )
        )
        {
            (day, name) = (said, name[dated.Length..]);
        }

        return new TextPlace(path, name.Length > 0 ? name : "text", day, language, tool);
    }

    /// <summary>Where the tool showed it, from the root.</summary>
    /// <param name="pattern">The site's own rule, <c>/:year/:title/</c>, or <c>""</c>.</param>
    public string AddressOf(FrontMatter matter, string pattern, DateTimeOffset? date, bool isPost)
    {
        var own = matter.Word("url", "permalink");
        if (
            own.StartsWith('/')
            || own.Contains(':', StringComparison.Ordinal) is false && own.Contains('/', StringComparison.Ordinal)
        )
        {
            return Filled(own.StartsWith('/') ? own : "/" + own, matter, date);
        }

        var slug = matter.Word("slug") is { Length: > 0 } said ? said : Slug;
        return Tool switch
        {
            MarkdownTool.Jekyll when isPost && date is not null => Filled(
                Named(pattern is "" ? "date" : pattern),
                matter,
                date
            ),
            MarkdownTool.Jekyll => pattern is "pretty" ? $"/{Folder("")}{slug}/" : $"/{Folder("")}{slug}.html",
            MarkdownTool.Hugo when pattern.Length > 0 && isPost => Filled(pattern, matter, date),
            MarkdownTool.Hugo =>
                $"/{(Language is null ? "" : Language.ToLowerInvariant() + "/")}{Folder("content/")}{slug}/",
            _ => $"/{slug}",
        };
    }

    private string Folder(string root)
    {
        var folder = Path[..(Path.LastIndexOf('/') + 1)];
        var at = folder.IndexOf(root, StringComparison.Ordinal);
        folder = root.Length > 0 && at >= 0 ? folder[(at + root.Length)..] : folder;
        // A text that is its folder's first page has the folder's name already.
        var isBundle = System.IO.Path.GetFileNameWithoutExtension(Path).StartsWith("index", StringComparison.Ordinal);
        folder = isBundle ? folder.TrimEnd('/') : folder;
        folder = isBundle ? folder[..(folder.LastIndexOf('/') + 1)] : folder;
        return folder.ToLowerInvariant();
    }

    // The names that Jekyll gives to usual rules.
    private static string Named(string pattern) =>
        pattern switch
        {
            "date" => "/:categories/:year/:month/:day/:title.html",
            "pretty" => "/:categories/:year/:month/:day/:title/",
            "ordinal" => "/:categories/:year/:y_day/:title.html",
            "none" => "/:categories/:title.html",
            _ => pattern,
        };

    private string Filled(string pattern, FrontMatter matter, DateTimeOffset? date)
    {
        var slug = matter.Word("slug") is { Length: > 0 } said ? said : Slug;
        var address = Placeholder()
            .Replace(
                pattern,
                match =>
                    match.Groups["name"].Value switch
                    {
                        "year" => Date("yyyy"),
                        "month" => Date("MM"),
                        "day" => Date("dd"),
                        "i_month" => Date("%M"),
                        "i_day" => Date("%d"),
                        "short_year" => Date("yy"),
                        "y_day" or "yearday" => date?.UtcDateTime.DayOfYear.ToString("D3", CultureInfo.InvariantCulture)
                            ?? "",
                        "title"
                        or "slug"
                        or "name"
                        or "filename"
                        or "contentbasename"
                        or "slugorfilename"
                        or "slugorcontentbasename" => slug,
                        "categories" => string.Join('/', Categories(matter)),
                        "section" or "sections" => Folder("content/").TrimEnd('/'),
                        "output_ext" => ".html",
                        _ => "",
                    }
            );
        return "/"
            + string.Join('/', address.Split('/', StringSplitOptions.RemoveEmptyEntries))
            + (address.EndsWith('/') ? "/" : "");

        string Date(string format) => date?.UtcDateTime.ToString(format, CultureInfo.InvariantCulture) ?? "";
    }

    private static IEnumerable<string> Categories(FrontMatter matter) =>
        Subjects.Of(matter, "categories", "category").Select(name => Rendering.Slug.Of(name));

    [GeneratedRegex(
        @"^(?<year>[12][0-9]{3})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})[-_ ]?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Dated();

    [GeneratedRegex(
        @"\.(?<tag>[a-z]{2,3}(-[A-Za-z]{2,8})?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex LanguageEnding();

    [GeneratedRegex(
        ":(?<name>[a-z_]{2,30})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Placeholder();
}
