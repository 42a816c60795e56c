using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pamphlet.Imports.Text.Tree;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Preformatted text.</summary>
internal static partial class CodeReader
{
    public static IReadOnlyList<Block> Read(IElement element)
    {
        var text = new StringBuilder();
        Write(element, text);
        var code = CleanText.Of(text.ToString()).ReplaceLineEndings("\n").TrimEnd();
        code = LeadingEmptyLines().Replace(code, "");
        return code.Length == 0 ? [] : [new CodeText(code, LanguageOf(element))];
    }

    private static void Write(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    text.Append(words.Data);
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement { LocalName: "script" or "style" }:
                    break;
                case IElement { LocalName: "div" or "p" or "li" or "tr" } line:
                    BeginLine(text);
                    Write(line, text);
                    BeginLine(text);
                    break;
                default:
                    Write(child, text);
                    break;
            }
        }
    }

    private static void BeginLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    /// <summary>As highlighters name it: <c>language-css</c>, <c>brush: css</c>, and in the oldest <c>name="code" class="css"</c>.</summary>
    private static string LanguageOf(IElement element)
    {
        var classes = (element.ClassName ?? "") + " " + (element.QuerySelector("code")?.ClassName ?? "");
        var match = NamedLanguage().Match(classes);
        if (match.Success)
        {
            return match.Groups["name"].Value.ToLowerInvariant();
        }

        var isOldHighlighter = element.GetAttribute("name") is "code" && OneWord().IsMatch(classes.Trim());
        return isOldHighlighter ? classes.Trim().ToLowerInvariant() : "";
    }

    [GeneratedRegex(
        @"\A([ \t]*\n)+",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LeadingEmptyLines();

    [GeneratedRegex(
        @"\b(language|lang|brush)[-: ]+(?<name>[A-Za-z0-9+#]{1,20})\b",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NamedLanguage();

    [GeneratedRegex(@"\A[A-Za-z0-9+#]{1,20}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OneWord();
}
