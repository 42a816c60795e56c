using System.Globalization;

namespace Pamphlet.Rendering;

/// <summary>A language as HTML and feeds name it (BCP 47): <c>vi</c>, <c>en</c>, <c>zh-Hant</c>.</summary>
internal readonly record struct Language
{
    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar",
        "arc",
        "ckb",
        "dv",
        "fa",
        "he",
        "iw",
        "ks",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
    };

    private readonly string? tag;

    private Language(string tag)
    {
        this.tag = tag;
    }

    public static Language English { get; } = new("en");

    public static Language Vietnamese { get; } = new("vi");

    public string Tag => tag ?? "und";

    /// <summary>The first part: <c>zh</c> of <c>zh-Hant</c>.</summary>
    public string Primary => Tag.Split('-')[0];

    public bool IsRightToLeft => RightToLeft.Contains(Primary);

    /// <summary>The value of HTML's <c>dir</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The language's name in itself, as a reader looks for it: «Tiếng Việt».</summary>
    public string OwnName
    {
        get
        {
            var name = Culture.NativeName;
            return name.Length > 0 ? char.ToUpper(name[0], Culture) + name[1..] : Tag;
        }
    }

    public CultureInfo Culture => CultureInfo.GetCultureInfo(tag ?? "");

    public static Language From(string tag) =>
        TryParse(tag, out var language) ? language : throw new ArgumentException($"Not a language: {tag}", nameof(tag));

    public static bool TryParse(string? text, out Language language)
    {
        language = default;
        if (
            text is null
            || text.Length is < 2 or > 35
            || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        )
        {
            return false;
        }

        var parts = text.Replace('_', '-').Split('-');
        if (
            parts[0].Length is < 2 or > 8
            || !parts[0].All(char.IsAsciiLetter)
            || parts.Any(part => part.Length is 0 or > 8)
        )
        {
            return false;
        }

        parts[0] = parts[0].ToLowerInvariant();
        language = new Language(string.Join('-', parts));
        return true;
    }

    public override string ToString() => Tag;
}
