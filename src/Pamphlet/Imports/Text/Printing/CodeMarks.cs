namespace Pamphlet.Imports.Text.Printing;

/// <summary>Fences for code, longer than any run of backticks within.</summary>
internal static class CodeMarks
{
    public static string Span(string code)
    {
        var fence = new string('`', LongestRun(code) + 1);
        var needsRoom =
            code.StartsWith('`')
            || code.EndsWith('`')
            || (code.StartsWith(' ') && code.EndsWith(' ') && code.Trim().Length > 0);
        return needsRoom ? $"{fence} {code} {fence}" : fence + code + fence;
    }

    public static string Block(string code, string language)
    {
        var fence = new string('`', Math.Max(3, LongestRun(code) + 1));
        return $"{fence}{language}\n{code}\n{fence}";
    }

    private static int LongestRun(string code)
    {
        var (longest, run) = (0, 0);
        foreach (var character in code)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
