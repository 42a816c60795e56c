namespace Pamphlet.Imports.Entries;

/// <summary>
/// What Blogger prints where it has no name: for a reader without an account in the blog's own language, for a deleted account
/// mostly in English.
/// </summary>
internal static class Placeholders
{
    private static readonly HashSet<string> Anonymous = new(StringComparer.OrdinalIgnoreCase)
    {
        "Anonymous",
        "Anonim",
        "Anonimo",
        "Anónimo",
        "Anònim",
        "Anônimo",
        "Anonym",
        "Anonyme",
        "Anonymní",
        "Anonymous user",
        "Anoniem",
        "Anonimowy",
        "Nặc danh",
        "Ẩn danh",
        "Ανώνυμος",
        "Анонимный",
        "Анонім",
        "Анонимен",
        "אנונימי",
        "غير معرف",
        "مجهول",
        "ناشناس",
        "Adsız",
        "Tanpa Nama",
        "匿名",
        "익명",
        "ไม่ระบุชื่อ",
    };

    private static readonly HashSet<string> Unknown = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "Unknown",
        "Desconocido",
        "Desconhecido",
        "Inconnu",
        "Sconosciuto",
        "Unbekannt",
        "Onbekend",
        "Không xác định",
        "Unknown user",
    };

    public static bool IsAnonymous(string name) => Anonymous.Contains(name.Trim());

    /// <summary>An account that is gone or hidden. Several people share this name.</summary>
    public static bool IsUnknown(string name) => Unknown.Contains(name.Trim());
}
