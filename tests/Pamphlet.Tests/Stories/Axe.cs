using System.Text.Json;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>axe-core: the accessibility rules that a program can judge. Only here a page's scripts are on, for axe is one.</summary>
internal static class Axe
{
    public const string Ask = """
        () => axe.run(document, {
            resultTypes: ['violations'],
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }).then(result => JSON.stringify(result.violations.map(broken =>
            `${broken.id}: ${broken.nodes[0].target} (${broken.nodes.length}): ${broken.nodes[0].failureSummary}`)))
        """;

    public static async Task<IReadOnlyList<string>> FaultsAsync(ServedPaper paper, Reader reader)
    {
        var axe = await File.ReadAllTextAsync(NodePackage.PathOf("axe-core/axe.min.js"));
        var faults = new List<string>();
        var tab = await Chromium.OpenAsync(reader with { Scripts = true });
        foreach (var page in paper.Kinds)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
            await tab.EvaluateAsync(axe);
            var broken = JsonSerializer.Deserialize<string[]>(await tab.EvaluateAsync<string>(Ask))!;
            faults.AddRange(broken.Select(rule => $"{page}: {rule}"));
        }

        await tab.CloseAsync();
        return faults;
    }
}
