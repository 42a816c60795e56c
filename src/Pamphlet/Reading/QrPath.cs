using System.Globalization;
using System.Text;
using QRCoder;

namespace Pamphlet.Reading;

/// <summary>A QR code as one path of an SVG: no picture to fetch, and sharp on paper.</summary>
internal sealed record QrPath(int Size, string Data)
{
    /// <param name="text">At most some 1,000 bytes: cameras of old phones read no finer ones.</param>
    public static QrPath Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Length; x++)
            {
                var start = x;
                while (x < row.Length && row[x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return new QrPath(code.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>Dark on white whatever the page's colours are: otherwise cameras do not find it.</summary>
    /// <param name="label">For who cannot see it, without markup in it.</param>
    public string ToSvg(string label) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<svg class=\"qr\" viewBox=\"0 0 {Size} {Size}\" role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(label)}\"><path fill=\"#fff\" d=\"M0 0h{Size}v{Size}h-{Size}z\"/><path fill=\"#000\" d=\"{Data}\"/></svg>"
        );
}
