using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Stories;

public sealed class MarkupTests(PaperFixture papers)
{
    // Advice of the validator that we do not take, and why. Errors are never here.
    private static readonly (string Advice, string Because)[] NotTaken =
    [
        (
            "advice: Duplicate “dt” name",
            "In an interview the same person speaks again; a list of who said what reads well on a phone."
        ),
        (
            "advice: Article lacks heading",
            "A comment is named by its author and day; twenty headings would drown those of the text."
        ),
    ];

    [Fact]
    public async Task The_validator_of_the_w3c_finds_nothing()
    {
        var paper = await papers.Sample;

        var faults = await Markup.FaultsAsync(paper.Folder);

        Checkout.Nobody(
            faults.Where(fault => !NotTaken.Any(one => fault.Contains(one.Advice, StringComparison.Ordinal)))
        );
        // Advice that nobody gives any more needs no excuse.
        Checkout.Nobody(
            NotTaken.Where(one => !faults.Any(fault => fault.Contains(one.Advice, StringComparison.Ordinal)))
        );
    }

    [Fact]
    public async Task Every_link_leads_somewhere_from_a_usb_stick_and_under_any_path()
    {
        var paper = await papers.Sample;

        Checkout.Nobody(Links.Faults(paper.Folder));
    }

    [Fact]
    public async Task No_page_can_run_anything_or_set_its_own_style()
    {
        var paper = await papers.Sample;

        Checkout.Nobody(
            from page in paper.Pages
            let document = paper.Read(page)
            from element in document.All
            // The answer to an address that is nowhere stands at any depth, so it carries its style within it.
            where page != "404.html" || element.LocalName != "style"
            where
                element.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "base"
                || element.Attributes.Any(attribute =>
                    attribute.Name.StartsWith("on", StringComparison.Ordinal)
                    || attribute.Name is "style" or "srcdoc" or "ping"
                    || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
                )
            select $"{page}: {element.LocalName}"
        );
    }

    [Fact]
    public async Task Every_page_names_its_language_and_direction_and_has_one_first_heading()
    {
        var paper = await papers.Sample;
        var faults = new List<string>();
        foreach (var page in paper.Pages)
        {
            var document = paper.Read(page);
            var root = document.DocumentElement;
            var levels = document
                .QuerySelectorAll("h1, h2, h3, h4, h5, h6")
                .Select(heading => heading.LocalName[1] - '0')
                .ToList();
            faults.AddRange(
                new (bool Wrong, string What)[]
                {
                    (!root.HasAttribute("lang"), "has no language"),
                    (!root.HasAttribute("dir"), "has no direction"),
                    (levels.Count(level => level == 1) != 1, "has not one first heading"),
                    (levels.Zip(levels.Skip(1)).Any(pair => pair.Second > pair.First + 1), "skips a heading level"),
                    (string.IsNullOrWhiteSpace(document.Title), "has no title"),
                }
                    .Where(fault => fault.Wrong)
                    .Select(fault => $"{page} {fault.What}")
            );
        }

        Checkout.Nobody(faults);
    }

    [Fact]
    public async Task Everything_that_is_served_as_text_is_in_composed_form()
    {
        var paper = await papers.Sample;

        Checkout.Nobody(
            Directory
                .EnumerateFiles(paper.Folder, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".html" or ".css" or ".xml" or ".atom" or ".json" or ".txt")
                .Where(file => !File.ReadAllText(file).IsNormalized() || !file.IsNormalized())
        );
    }
}
