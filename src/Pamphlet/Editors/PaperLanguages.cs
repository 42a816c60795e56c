namespace Pamphlet.Editors;

/// <summary>The languages that a form offers, each by its own name.</summary>
internal static class PaperLanguages
{
    public static IReadOnlyList<(string Tag, string Name)> Offered { get; } =
    [
        ("vi", "Tiếng Việt"),
        ("en", "English"),
        ("fa", "فارسی"),
        ("ar", "العربية"),
        ("be", "Беларуская"),
        ("de", "Deutsch"),
        ("es", "Español"),
        ("fr", "Français"),
        ("he", "עברית"),
        ("id", "Bahasa Indonesia"),
        ("km", "ភាសាខ្មែរ"),
        ("lo", "ລາວ"),
        ("my", "မြန်မာ"),
        ("ru", "Русский"),
        ("th", "ไทย"),
        ("tr", "Türkçe"),
        ("uk", "Українська"),
        ("ur", "اردو"),
        ("zh-Hans", "简体中文"),
        ("zh-Hant", "繁體中文"),
    ];
}
