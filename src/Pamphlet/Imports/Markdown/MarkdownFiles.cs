using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Markdown;

/// <summary>Which files of a folder are texts, and which system laid the folder out.</summary>
internal sealed class MarkdownFiles
{
    private static readonly string[] Endings = [".md", ".markdown", ".mdown", ".mkd", ".mdx"];

    // What belongs to the tool and not to the paper.
    private static readonly HashSet<string> Foreign = new(StringComparer.OrdinalIgnoreCase)
    {
        "_includes",
        "_layouts",
        "_sass",
        "_site",
        "_data",
        "_plugins",
        "archetypes",
        "layouts",
        "node_modules",
        "public",
        "resources",
        "themes",
        "vendor",
        ".git",
        ".github",
    };

    private static readonly HashSet<string> NoTexts = new(StringComparer.OrdinalIgnoreCase)
    {
        "README",
        "LICENSE",
        "LICENCE",
        "CONTRIBUTING",
        "CHANGELOG",
        "CODE_OF_CONDUCT",
        "SECURITY",
    };

    private MarkdownFiles(IReadOnlyList<ExportFile> texts, ExportFile? settings, MarkdownTool tool, int passedOver)
    {
        Texts = texts;
        Settings = settings;
        Tool = tool;
        PassedOver = passedOver;
    }

    /// <summary>In the order of their paths.</summary>
    public IReadOnlyList<ExportFile> Texts { get; }

    /// <summary>The settings of the whole site, or null.</summary>
    public ExportFile? Settings { get; }

    public MarkdownTool Tool { get; }

    /// <summary>Files that look like texts and belong to the tool.</summary>
    public int PassedOver { get; }

    public static bool IsNamedText(string name) =>
        Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <param name="marked">Files that begin with settings, whatever they are called.</param>
    public static MarkdownFiles In(IReadOnlyList<ExportFile> files, IReadOnlyCollection<ExportFile> marked)
    {
        var tool =
            files.Any(file => file.Name is "_config.yml" or "_config.yaml")
            || files.Any(file =>
                file.Path.StartsWith("_posts/", StringComparison.Ordinal)
                || file.Path.Contains("/_posts/", StringComparison.Ordinal)
            )
                ? MarkdownTool.Jekyll
            : files.Any(file => IsHugoSettings(file) || file.Path.StartsWith("content/", StringComparison.Ordinal))
                ? MarkdownTool.Hugo
            : MarkdownTool.None;
        var settings = files.FirstOrDefault(file =>
            tool is MarkdownTool.Jekyll ? file.Name is "_config.yml" or "_config.yaml" : IsHugoSettings(file)
        );
        var named = files.Where(file => IsNamedText(file.Name)).Concat(marked).Distinct().ToList();
        // WriteFreely gives one text a file, with nothing before it: only where nothing else is a text.
        if (named.Count == 0)
        {
            named = [.. files.Where(file => file.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))];
        }

        var texts = named.Where(IsText).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        return new MarkdownFiles(texts, settings, tool, named.Count - texts.Count);
    }

    private static bool IsText(ExportFile file)
    {
        var parts = file.Path.Split('/');
        return !parts[..^1].Any(Foreign.Contains) && !NoTexts.Contains(Path.GetFileNameWithoutExtension(parts[^1]));
    }

    private static bool IsHugoSettings(ExportFile file) =>
        file.Name is "hugo.toml" or "hugo.yaml" or "hugo.yml" or "hugo.json"
        || (file.Name is "config.toml" or "config.yaml" or "config.yml" && file.Path.Split('/').Length <= 3);
}

internal enum MarkdownTool
{
    /// <summary>A folder of texts that no tool laid out, WriteFreely's among them.</summary>
    None,
    Jekyll,
    Hugo,
}
