using System.Text.RegularExpressions;

namespace Pamphlet.Tests.House;

/// <summary>A rule may be switched off; why is said at the place.</summary>
public sealed partial class SwitchedOffTests
{
    [Fact]
    public void A_warning_that_is_switched_off_in_code_says_why_beside_it()
    {
        var silent = Checkout.Written.SelectMany(file =>
            Checkout
                .Lines(file)
                .Where(line => Disabled().IsMatch(line) && !Reason().IsMatch(line))
                .Select(line => (file, line))
        );

        Checkout.Nobody(silent);
    }

    [Fact]
    public void A_suppressed_rule_says_why()
    {
        var silent = Checkout.Written.Where(file =>
            Suppressed()
                .Matches(Checkout.Read(file))
                .Any(match => !match.Value.Contains("Justification = \"", StringComparison.Ordinal))
        );

        Checkout.Nobody(silent);
    }

    [Fact]
    public void A_rule_that_is_switched_off_for_all_stands_under_its_reason()
    {
        var block = new List<string>();
        var silent = new List<string>();
        foreach (var line in Checkout.Lines(".editorconfig"))
        {
            var isRule = line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal);
            if (isRule && !block.Exists(above => above.StartsWith("# ", StringComparison.Ordinal)))
            {
                silent.Add(line);
            }

            if (
                line.Length == 0
                || (!isRule && block.Exists(above => above.StartsWith("dotnet_", StringComparison.Ordinal)))
            )
            {
                block.Clear();
            }

            block.Add(line);
        }

        Checkout.Nobody(silent);
    }

    [GeneratedRegex(@"^\s*#pragma warning disable")]
    private static partial Regex Disabled();

    [GeneratedRegex(@"disable [\w, ]+// \w.{10,}")]
    private static partial Regex Reason();

    [GeneratedRegex(@"\[[^\]]*SuppressMessage\([^)]*\)", RegexOptions.Singleline)]
    private static partial Regex Suppressed();
}
