using System.Text.RegularExpressions;
using Pamphlet.Desk;
using Pamphlet.Letters.Keys;
using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Desk;

public sealed partial class TroubleTests
{
    [Fact]
    public void No_field_for_a_secret_is_written_back_into_a_page()
    {
        var slices = Directory.EnumerateFiles(
            Path.Combine(Checkout.Root, "src", "Pamphlet"),
            "*.cshtml",
            SearchOption.AllDirectories
        );

        var fields = slices
            .SelectMany(File.ReadLines)
            .Where(line => line.Contains("password\"", StringComparison.Ordinal))
            .SelectMany(line => FieldName().Matches(line))
            .Select(match => match.Groups["name"].Value)
            .Append(MakeKeys.WordsField)
            .Append(CheckRing.Field)
            .Distinct()
            .ToList();

        Assert.Contains("old-passphrase", fields);
        Checkout.Nobody(fields.Where(field => !Trouble.IsSecret(field)));
        Assert.False(Trouble.IsSecret("words"));
    }

    [GeneratedRegex("new\\(\"(?<name>[^\"]+)\"|name=\"(?<name>[^@\"]+)\"")]
    private static partial Regex FieldName();
}
