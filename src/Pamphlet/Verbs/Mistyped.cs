using System.CommandLine;
using System.CommandLine.Parsing;
using Pamphlet.Search;

namespace Pamphlet.Verbs;

/// <summary>Says in one line what of a command line was not understood, and what was meant, in all likelihood.</summary>
internal static class Mistyped
{
    /// <returns>Null: nothing.</returns>
    public static string? In(ParseResult parsed)
    {
        var verb = parsed.CommandResult.Command;
        if (UnknownOption(parsed) is { } option)
        {
            var known = OptionsOf(parsed.CommandResult).ToList();
            var of = verb is RootCommand ? "" : $" of «{PathOf(parsed.CommandResult)}»";
            return Complete($"{option} is no option{of}.", option, known, parsed);
        }

        if (verb.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
        {
            var known = verb.Subcommands.Where(one => !one.Hidden).Select(one => one.Name).ToList();
            return Complete($"There is no «{PathOf(parsed.CommandResult, word)}».", word, known, parsed);
        }

        // The last says what was typed wrongly; the first may only say that something is missing because of it.
        return parsed.Errors is [.., var last] ? $"{OneLine(last.Message)} {See(parsed)}" : null;
    }

    /// <summary>
    /// An option that the verb does not have. The parser takes it for what the verb wants, and then finds the word after it one too
    /// many; or, worse, it takes it for the name of a folder.
    /// </summary>
    private static string? UnknownOption(ParseResult parsed) =>
        parsed
            .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument)
            .Select(token => token.Value.Split('=')[0])
            .FirstOrDefault(word => word is ['-', '-', _, ..] || (word is ['-', var letter] && char.IsLetter(letter)));

    private static IEnumerable<string> OptionsOf(CommandResult? command) =>
        command is null
            ? []
            : command
                .Command.Options.Where(option => !option.Hidden)
                .Select(option => option.Name)
                .Concat(OptionsOf(command.Parent as CommandResult));

    private static string Complete(string fault, string typed, IReadOnlyCollection<string> known, ParseResult parsed) =>
        NearbyWords.Nearest(typed, known) is { } meant
            ? $"{fault} Did you mean {meant}? {See(parsed)}"
            : $"{fault} {See(parsed)}";

    private static string See(ParseResult parsed) =>
        $"See: {(ProgramsName.Typed + " " + PathOf(parsed.CommandResult)).TrimEnd()} --help";

    // "keys show", and "" for the program itself.
    private static string PathOf(CommandResult? command, string after = "") =>
        command is null or { Command: RootCommand }
            ? after
            : PathOf(command.Parent as CommandResult, $"{command.Command.Name} {after}".TrimEnd());

    // The parser lays out a list of what may be typed, a line each.
    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace("' '", "', '", StringComparison.Ordinal)
            .TrimEnd('.') + ".";
}
