using System.CommandLine;
using System.CommandLine.Parsing;
using Pamphlet.Imports;

namespace Pamphlet.Verbs;

/// <summary>The commands that an import's report proposes, ready to be typed.</summary>
/// <param name="typed">The import's own.</param>
/// <param name="place">Names the same folder again, or <c>""</c>.</param>
internal sealed class NextCommands(ParseResult typed, string place)
{
    public string Serve => $"{ProgramsName.Typed} serve{place}";

    /// <summary>The same import, with the sites named that are linked as if they had been the old home.</summary>
    public string With(IReadOnlyList<LinkedSite> sites) =>
        string.Join(
            ' ',
            typed
                .Tokens.Where(token => token.Type != TokenType.DoubleDash)
                .Select(token => token.Value)
                .Where(word => word is not "--dry-run")
                .Concat(sites.SelectMany(site => new[] { "--site", site.Address }))
                .Select(Terminal.Quoted)
                .Prepend(ProgramsName.Typed)
        );
}
