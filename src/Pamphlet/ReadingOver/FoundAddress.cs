using System.Text.RegularExpressions;

namespace Pamphlet.ReadingOver;

/// <summary>A web address as it stands in a line, in Markdown's brackets or bare.</summary>
internal sealed partial record FoundAddress(int Start, int Length, string Text)
{
    /// <summary>What a browser would ask, or null where it is no address after all.</summary>
    public Uri? Uri { get; } =
        Uri.TryCreate(
            Text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"https:{"//"}{Text}" : Text,
            UriKind.Absolute,
            out var uri
        )
            ? uri
            : null;

    public string Host => Uri is { } uri ? uri.IdnHost.ToLowerInvariant() : "";

    /// <summary>Whether the host is <paramref name="name"/> or below it.</summary>
    public bool IsAt(string name) =>
        Host.Equals(name, StringComparison.Ordinal) || Host.EndsWith($".{name}", StringComparison.Ordinal);

    public static IReadOnlyList<FoundAddress> In(string line) =>
        [
            .. Address()
                .Matches(line)
                .Where(match => match.Index == 0 || !char.IsLetterOrDigit(line[match.Index - 1]))
                .Select(match => Trimmed(match.Index, match.Value)),
        ];

    private static FoundAddress Trimmed(int start, string text)
    {
        var length = text.Length;
        while (length > 0 && IsAfterAddress(text.AsSpan(0, length)))
        {
            length--;
        }

        return new FoundAddress(start, length, text[..length]);
    }

    // «(see https://paper.example/a).» ends before the bracket; «…/a_(b)» does not.
    private static bool IsAfterAddress(ReadOnlySpan<char> text) =>
        text[^1] is '.' or ',' or ';' or ':' or '!' or '?' or '*' or '_' or '»' or '”'
        || (text[^1] is ')' or ']' && text.Count(text[^1] is ')' ? '(' : '[') < text.Count(text[^1]));

    [GeneratedRegex(
        """(https?://|ftp://|file://|geo:|www\.)[^\s<>"'`|\\^{}]+""",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Address();
}
