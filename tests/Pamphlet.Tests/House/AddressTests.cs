using System.Text.RegularExpressions;

namespace Pamphlet.Tests.House;

/// <summary>A paper that loads one thing from elsewhere has told elsewhere who reads it.</summary>
public sealed partial class AddressTests
{
    private static readonly string[] Texts =
    [
        ".cs",
        ".cshtml",
        ".css",
        ".svg",
        ".html",
        ".xml",
        ".txt",
        ".json",
        ".js",
        ".mjs",
    ];

    // Names that look like addresses: a program compares them and asks for none of them.
    private static readonly string[] Names =
    [
        "http://www.w3.org/",
        "http://purl.org/",
        "http://www.idpf.org/2007/",
        "http://www.daisy.org/z3986/2005/ncx/",
        "http://schemas.google.com/",
        "http://www.blogger.com/atom/ns#",
        "http://www.sitemaps.org/",
        "http://wordpress.org/export/",
        "https://jsonfeed.org/version/1.1",
    ];

    private static readonly Dictionary<string, string> Exemptions = new(StringComparer.Ordinal)
    {
        ["src/Pamphlet/Imports/Text/Flow/EmbedReader.cs"] =
            "A frame of an old text becomes a link to what it showed: a reader may follow it, nothing loads it.",
        ["src/Pamphlet/Imports/Markdown/Shortcodes.cs"] =
            "A film that an old text showed becomes a link to it: a reader may follow it, nothing loads it.",
    };

    [Fact]
    public void What_ships_names_no_address_of_anybody_else()
    {
        var strangers =
            from file in Shipped()
            from Match address in Address().Matches(WithoutComments(file))
            where !Names.Any(name => address.Value.StartsWith(name, StringComparison.Ordinal))
            where !Nobodys().IsMatch(address.Value)
            where !Exemptions.ContainsKey(file)
            select $"{file}: {address.Value}";

        Checkout.Nobody(strangers);
    }

    [Fact]
    public void A_file_that_may_name_an_address_still_does() =>
        Checkout.Nobody(
            Exemptions.Keys.Where(file => !Checkout.Files.Contains(file) || !Address().IsMatch(WithoutComments(file)))
        );

    [Fact]
    public void No_file_names_a_folder_of_the_machine_it_was_written_on()
    {
        var machines =
            from file in Checkout.Files
            where !IsBinary(file)
            // Word leaves such paths in texts; a test shows that they are taken out.
            where file != "tests/Pamphlet.Tests/Imports/Text/HtmlToMarkdownTests.cs"
            from Match path in MachinePath().Matches(Checkout.Read(file))
            select $"{file}: {path.Value}";

        Checkout.Nobody(machines);
    }

    [Fact]
    public void A_link_between_documents_leads_somewhere()
    {
        var dead =
            from file in Checkout.Files
            where file.EndsWith(".md", StringComparison.Ordinal)
            // Texts of a paper link to addresses of that paper.
            where !file.Contains("/Starter/", StringComparison.Ordinal)
            from Match link in Link().Matches(Fence().Replace(Checkout.Read(file), ""))
            let target = link.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.StartsWith("mailto:", StringComparison.Ordinal)
            where
                !target.Contains("://", StringComparison.Ordinal)
                && !target.StartsWith("picture:", StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(Checkout.Full(file))!, target))
            select $"{file}: {target}";

        Checkout.Nobody(dead);
    }

    private static IEnumerable<string> Shipped() =>
        Checkout
            .Under("src")
            .Where(file => Texts.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Where(file => Path.GetFileName(file) != "packages.lock.json");

    private static string WithoutComments(string file) =>
        file.EndsWith(".cs", StringComparison.Ordinal)
            ? string.Join(
                '\n',
                Checkout.Lines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            )
            : Checkout.Read(file);

    private static bool IsBinary(string file) => File.ReadAllBytes(Checkout.Full(file)).AsSpan().Contains((byte)0);

    // Some host, not the scheme alone: code may ask whether a text begins with one.
    [GeneratedRegex("""(https?://|(?<=["'(])//)\w[^\s"'<>)]*""")]
    private static partial Regex Address();

    // This machine itself, and names that are reserved for examples.
    [GeneratedRegex(@"^https?://(unix:|(localhost|127\.0\.0\.1|\[::1\]|([\w-]+\.)*example)([/:,;]|$))")]
    private static partial Regex Nobodys();

    // The address of a folder, not of a page: nothing that a host's name or another folder precedes.
    [GeneratedRegex(@"(?<![\w.~*/}>-])/(work|tmp|home|root|Users|workspace)/[\w.]+")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(```.*?^```|    .*?$)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
