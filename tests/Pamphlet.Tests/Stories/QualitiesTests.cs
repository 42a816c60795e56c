using System.Globalization;
using System.Text.RegularExpressions;
using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Stories;

/// <summary>
/// <c>docs/qualities.md</c> lists what a well-set page shows and which test shows it. A name there that is no test's, a
/// quality without a test that does not admit it, or a number that is missing, fails here.
/// </summary>
public sealed partial class QualitiesTests
{
    private static readonly IReadOnlyList<(int Number, string Shown)> Rows =
    [
        .. Checkout
            .Lines("docs/qualities.md")
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => (int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture), row.Groups[2].Value)),
    ];

    [Fact]
    public void All_forty_two_qualities_are_listed_once() =>
        Assert.Equal(Enumerable.Range(1, 42), Rows.Select(row => row.Number));

    [Fact]
    public void Each_names_its_test_or_says_that_it_has_none() =>
        Checkout.Nobody(
            Rows.Where(row =>
                !Test().IsMatch(row.Shown)
                && !row.Shown.StartsWith("later: ", StringComparison.Ordinal)
                && !row.Shown.StartsWith("by eye: ", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void The_tests_that_are_named_exist()
    {
        var tests = Assemblies
            .Tests.GetTypes()
            .SelectMany(type =>
                type.GetMethods()
                    .Where(method => method.IsDefined(typeof(FactAttribute), inherit: true))
                    .Select(method => $"{type.Name}.{method.Name}")
            )
            .ToHashSet(StringComparer.Ordinal);

        Checkout.Nobody(
            Rows.SelectMany(row => Test().Matches(row.Shown).Select(test => test.Groups[1].Value))
                .Where(name => !tests.Contains(name))
        );
    }

    [GeneratedRegex(@"^\| (\d+) \|[^|]+\| (.+) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex Test();
}
