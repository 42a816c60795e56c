using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Pamphlet.Tests.Imports.Text;

/// <summary>The bodies of real exports, which lie beside the checkout and never in it.</summary>
internal static partial class OldBodies
{
    public static string? Folder { get; } = Find();

    /// <summary>Post, page or comment bodies of every Blogger export; with <paramref name="comments"/> the comments alone.</summary>
    public static IReadOnlyList<(string Where, string Html)> Read(bool comments)
    {
        Assert.SkipWhen(Folder is null, "The exports (../shared/imports) are not here.");
        var files = Directory
            .EnumerateFiles(Folder!, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".atom" or ".xml")
            .Where(file =>
                Path.GetRelativePath(Folder!, file).Split('/')[0]
                    is "blogger-takeout"
                        or "blogger-legacy"
                        or "synthetic"
            )
            .Where(file => !file.Contains("/Comments/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return [.. files.SelectMany(file => Bodies(file, comments))];
    }

    private static IEnumerable<(string Where, string Html)> Bodies(string file, bool comments)
    {
        // One old export uses a prefix that it never declares.
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var prefix in (string[])["app", "thr", "gd", "georss", "media", "blogger"])
        {
            names.AddNamespace(prefix, "urn:" + prefix);
        }

        using var reader = XmlReader.Create(
            file,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit },
            new XmlParserContext(null, names, null, XmlSpace.None)
        );
        var document = XDocument.Load(reader);
        foreach (var entry in document.Descendants().Where(element => element.Name.LocalName is "entry"))
        {
            var kind = KindOf(entry);
            var isWanted = comments ? kind is "comment" : kind is "post" or "page";
            var content = entry.Elements().FirstOrDefault(element => element.Name.LocalName is "content");
            if (isWanted && content is not null)
            {
                yield return (
                    $"{Path.GetFileName(Path.GetDirectoryName(file))}/{entry.Elements().First(element => element.Name.LocalName is "id").Value}",
                    content.Value
                );
            }
        }
    }

    private static string KindOf(XElement entry)
    {
        var type = entry.Elements().FirstOrDefault(element => element.Name.LocalName is "type")?.Value;
        var category = entry
            .Elements()
            .Where(element => element.Name.LocalName is "category")
            .Select(element => Kind().Match((string?)element.Attribute("term") ?? ""))
            .FirstOrDefault(match => match.Success);
        return (type ?? category?.Groups[1].Value ?? "").ToLowerInvariant();
    }

    private static string? Find()
    {
        var shared =
            Environment.GetEnvironmentVariable("PAMPHLET_SHARED") ?? Path.Combine(House.Checkout.Root, "..", "shared");
        var imports = Path.Combine(shared, "imports");
        if (!Directory.Exists(imports))
        {
            imports = Path.Combine(House.Checkout.Root, "..", "..", "shared", "imports");
        }

        return Directory.Exists(imports) ? Path.GetFullPath(imports) : null;
    }

    [GeneratedRegex("kind#([a-z]+)$")]
    private static partial Regex Kind();
}
