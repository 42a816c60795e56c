using System.CommandLine;
using System.Text.RegularExpressions;
using Pamphlet.Tests.House;
using Pamphlet.Verbs;

namespace Pamphlet.Tests.Verbs;

/// <summary>A command that a document names, and the program does not know, costs whoever types it an evening.</summary>
public sealed partial class DocumentedCommandsTests
{
    public static TheoryData<string> Documents =>
        [
            .. Checkout.Files.Where(file =>
                file.EndsWith(".md", StringComparison.Ordinal)
                && !file.StartsWith("tests/", StringComparison.Ordinal)
                // Lines of files, which begin with the program's name.
                && !file.StartsWith("docs/formats/", StringComparison.Ordinal)
            ),
        ];

    [Theory, MemberData(nameof(Documents))]
    public void Every_verb_and_option_in_it_is_known(string document)
    {
        var wrong = CommandsIn(Checkout.Read(document)).Select(command => (command, Fault: FaultIn(command)));

        Assert.Empty(wrong.Where(one => one.Fault is not null).Select(one => $"{one.command}: {one.Fault}"));
    }

    [Theory]
    [InlineData("`pamphlet export --source DIR`", "--source")]
    [InlineData("    ./pamphlet serv\n", "serv")]
    [InlineData("text `pamphlet keys shwo` text", "shwo")]
    public void One_that_is_not_known_is_noticed(string document, string fault) =>
        Assert.Equal(fault, FaultIn(Assert.Single(CommandsIn(document))));

    [Fact]
    public void They_are_found_at_all() =>
        Assert.True(Documents.Sum(document => CommandsIn(Checkout.Read(document.Data)).Count()) > 40);

    private static IEnumerable<string> CommandsIn(string document) =>
        Command().Matches(document).Select(match => match.Groups["rest"].Value.Trim());

    private static string? FaultIn(string command)
    {
        Command at = AllVerbs.Create();
        foreach (var word in command.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // What follows is another program's, or a remark.
            if (word is "|" or ">" or "&&" or "#" or "\\" or "…")
            {
                return null;
            }

            var name = word.TrimEnd(',', '.', ':', ';', ')').Split('=')[0].TrimStart('[');
            if (name.StartsWith("--", StringComparison.Ordinal))
            {
                if (
                    name is not ("--help" or "--version")
                    && !at.Options.Any(option =>
                        string.Equals(option.Name, name.TrimEnd(']'), StringComparison.Ordinal)
                    )
                )
                {
                    return name;
                }
            }
            else if (at.Subcommands.Count > 0 && char.IsAsciiLetterLower(name.FirstOrDefault()))
            {
                // «keys show|renew» and the like name several at once.
                var verb = at.Subcommands.FirstOrDefault(one =>
                    string.Equals(one.Name, name.Split('|')[0], StringComparison.Ordinal)
                );
                if (verb is null)
                {
                    return name;
                }

                at = verb;
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"(?:`|^ {4,}|^\$ |^)(?:\./|/usr/bin/)?pamphlet (?<rest>[a-z-][^`\n]*)(?:`|$)",
        RegexOptions.Multiline
    )]
    private static partial Regex Command();
}
