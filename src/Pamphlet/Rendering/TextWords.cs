using System.Collections.Frozen;

namespace Pamphlet.Rendering;

/// <summary>The few words that rendering itself adds to a text, in the text's language; English where we do not know it.</summary>
/// <param name="Back">Said by a screen reader for ↩.</param>
/// <param name="ByEditors">Begins an editors' note.</param>
/// <param name="Table">Names a table that scrolls by itself; its number follows.</param>
/// <param name="Frame">Stands for a frame of another site that became a link.</param>
/// <param name="Picture">Stands for a picture elsewhere that became a link and has no words of its own.</param>
internal sealed record TextWords(
    string Notes,
    string Back,
    string ByEditors,
    string Table,
    string Frame,
    string Picture
)
{
    private static readonly TextWords English = new(
        "Notes",
        "Back to the text",
        "Editors’ note",
        "Table",
        "Content at",
        "Picture"
    );

    private static readonly FrozenDictionary<string, TextWords> ByLanguage = new Dictionary<string, TextWords>(
        StringComparer.Ordinal
    )
    {
        ["ar"] = new("الهوامش", "عودة إلى النص", "ملاحظة المحرّرين", "جدول", "محتوى في", "صورة"),
        ["cs"] = new("Poznámky", "Zpět k textu", "Poznámka redakce", "Tabulka", "Obsah na", "Obrázek"),
        ["de"] = new("Anmerkungen", "Zurück zum Text", "Anmerkung der Redaktion", "Tabelle", "Inhalt auf", "Bild"),
        ["el"] = new("Σημειώσεις", "Πίσω στο κείμενο", "Σημείωση της σύνταξης", "Πίνακας", "Περιεχόμενο στο", "Εικόνα"),
        ["es"] = new("Notas", "Volver al texto", "Nota de la redacción", "Tabla", "Contenido en", "Imagen"),
        ["fa"] = new("یادداشت‌ها", "بازگشت به متن", "یادداشت تحریریه", "جدول", "محتوا در", "تصویر"),
        ["fr"] = new("Notes", "Retour au texte", "Note de la rédaction", "Tableau", "Contenu sur", "Image"),
        ["he"] = new("הערות", "חזרה לטקסט", "הערת המערכת", "טבלה", "תוכן באתר", "תמונה"),
        ["id"] = new("Catatan", "Kembali ke teks", "Catatan redaksi", "Tabel", "Isi di", "Gambar"),
        ["it"] = new("Note", "Torna al testo", "Nota della redazione", "Tabella", "Contenuto su", "Immagine"),
        ["ja"] = new("注", "本文に戻る", "編集部注", "表", "外部コンテンツ", "画像"),
        ["ko"] = new("주", "본문으로 돌아가기", "편집자 주", "표", "외부 콘텐츠", "그림"),
        ["nl"] = new("Noten", "Terug naar de tekst", "Noot van de redactie", "Tabel", "Inhoud op", "Afbeelding"),
        ["pl"] = new("Przypisy", "Powrót do tekstu", "Przypis redakcji", "Tabela", "Treść na", "Obraz"),
        ["pt"] = new("Notas", "Voltar ao texto", "Nota da redação", "Tabela", "Conteúdo em", "Imagem"),
        ["ru"] = new("Примечания", "Назад к тексту", "Примечание редакции", "Таблица", "Содержимое на", "Изображение"),
        ["tr"] = new("Notlar", "Metne dön", "Yayın kurulunun notu", "Tablo", "İçerik:", "Görsel"),
        ["uk"] = new("Примітки", "Назад до тексту", "Примітка редакції", "Таблиця", "Вміст на", "Зображення"),
        ["vi"] = new("Chú thích", "Trở lại bài", "Chú thích của ban biên tập", "Bảng", "Nội dung tại", "Hình"),
        ["zh"] = new("注释", "返回正文", "编者注", "表", "内容位于", "图片"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static TextWords In(Language language) =>
        language.Tag is "zh-Hant" or "zh-TW" or "zh-HK"
            ? new TextWords("註釋", "返回正文", "編者註", "表", "內容位於", "圖片")
            : ByLanguage.GetValueOrDefault(language.Primary, English);
}
