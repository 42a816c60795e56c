using System.Text.RegularExpressions;

namespace Pamphlet.Tests.House;

/// <summary>A claim of the threat model names the test that shows it: one that is gone shows nothing.</summary>
public sealed partial class ThreatModelTests
{
    [Fact]
    public void Every_test_that_the_threat_model_names_is_there()
    {
        var named = TestName()
            .Matches(Checkout.Read("docs/threat-model.md"))
            .Select(name => name.Groups[1].Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        var classes = Checkout
            .Under("tests")
            .Where(file => file.EndsWith("Tests.cs", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(named.Count > 10, "The pattern finds no names any more.");
        Checkout.Nobody(named.Where(name => !classes.Contains(name)));
    }

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests)`")]
    private static partial Regex TestName();
}
