using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Pamphlet.Letters.Between;

/// <summary>
/// The form for letters on another paper's page, filled in as a reader's browser sends it: the same fields in the same order. The
/// page is a stranger's; of it only the fields of this form are read.
/// </summary>
internal static class SisterForm
{
    private const int MostFields = 32;
    private const int LongestField = 4096;

    /// <returns>Null: there is no such form, or it is none of ours.</returns>
    public static SentForm? Fill(byte[] page, byte[] armored)
    {
        var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page));
        var form = document.QuerySelector("form[action='letter.html?write'][method='post']");
        var fields = form?.QuerySelectorAll("input[name], textarea[name]").ToList() ?? [];
        if (fields.Count is 0 or > MostFields || !fields.Any(field => field is IHtmlTextAreaElement { Name: "words" }))
        {
            return null;
        }

        var boundary = $"----geckoformboundary{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        using var body = new MemoryStream();
        foreach (var field in fields)
        {
            switch (field)
            {
                case IHtmlTextAreaElement { Name: "words" }:
                    Write(body, boundary, "name=\"words\"", Lines(armored));
                    break;
                case IHtmlInputElement { Type: "file", Name: { } name }:
                    Write(
                        body,
                        boundary,
                        $"name=\"{Safe(name)}\"; filename=\"\"\r\nContent-Type: application/octet-stream",
                        []
                    );
                    break;
                // The way back is the paper's own address: no codename is drawn, and none is shown to anybody.
                case IHtmlInputElement { Type: "checkbox", Name: "no-answer" }:
                    Write(body, boundary, "name=\"no-answer\"", "1"u8);
                    break;
                case IHtmlInputElement { Type: "checkbox" }:
                    break;
                case IHtmlInputElement { Name: { } name, Value: { Length: <= LongestField } value }:
                    Write(body, boundary, $"name=\"{Safe(name)}\"", Encoding.UTF8.GetBytes(value));
                    break;
                default:
                    return null;
            }
        }

        body.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        return new SentForm(body.ToArray(), $"multipart/form-data; boundary={boundary}");
    }

    /// <summary>Whether a page says that a letter was taken.</summary>
    public static bool IsTaken(byte[] page) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page)).QuerySelector("#letter-taken") is not null;

    private static void Write(MemoryStream body, string boundary, string head, ReadOnlySpan<byte> value)
    {
        body.Write(Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n"));
        body.Write(value);
        body.Write("\r\n"u8);
    }

    // A name with a quote or a line end in it would end the head.
    private static string Safe(string name) =>
        string.Concat(name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-').Take(64));

    private static byte[] Lines(byte[] armored) =>
        Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(armored).Replace("\n", "\r\n", StringComparison.Ordinal));
}
