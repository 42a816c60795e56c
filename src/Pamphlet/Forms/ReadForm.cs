using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Pamphlet.Forms;

/// <summary>
/// Reads a form of plain fields (<c>application/x-www-form-urlencoded</c>) into memory. The framework's own reader would write what is
/// longer than 64 KiB into a temporary file, and words that a reader sent must not be on a disk before they are accepted.
/// </summary>
internal static class ReadForm
{
    // A page of ours has a dozen.
    private const int MostFields = 200;

    // What comes after the bound is read and forgotten, so that the browser shows our answer and not a broken connection.
    private const int DrainFactor = 8;

    /// <param name="most">How many bytes of the body count; a Vietnamese letter may take nine.</param>
    /// <exception cref="BadHttpRequestException">The body is far beyond the bound: the server answers 413.</exception>
    public static async Task<SentForm> Async(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        var elsewhere = IsFromElsewhere(request);
        if (!IsForm(request))
        {
            return new SentForm([], isCut: false, isDamaged: false, elsewhere);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = (long)most * DrainFactor;
        }

        var kept = new ArrayBufferWriter<byte>(4096);
        var isCut = await FillAsync(request, kept, most, cancellationToken);
        var fields = new List<KeyValuePair<string, string>>();
        var isDamaged = false;
        foreach (var range in kept.WrittenSpan.Split((byte)'&'))
        {
            var pair = kept.WrittenSpan[range];
            var equals = pair.IndexOf((byte)'=');
            if (pair.IsEmpty || fields.Count == MostFields)
            {
                continue;
            }

            var name = Text(equals < 0 ? pair : pair[..equals], ref isDamaged);
            fields.Add(new(name, equals < 0 ? "" : Text(pair[(equals + 1)..], ref isDamaged)));
        }

        kept.Clear();
        return new SentForm(fields, isCut, isDamaged, elsewhere);
    }

    private static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        == true;

    // With no-referrer a browser sends no usable Origin; this header it sends by itself, and no page can set it.
    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static async Task<bool> FillAsync(
        HttpRequest request,
        ArrayBufferWriter<byte> kept,
        int most,
        CancellationToken cancellationToken
    )
    {
        var isCut = false;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            foreach (var part in read.Buffer)
            {
                var room = Math.Min(part.Length, most - kept.WrittenCount);
                kept.Write(part.Span[..room]);
                isCut |= room < part.Length;
            }

            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return isCut;
            }
        }
    }

    private static string Text(ReadOnlySpan<byte> encoded, ref bool isDamaged)
    {
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var letter = encoded[i];
            if (
                letter == '%'
                && i + 2 < encoded.Length
                && char.IsAsciiHexDigit((char)encoded[i + 1])
                && char.IsAsciiHexDigit((char)encoded[i + 2])
            )
            {
                letter = (byte)((Digit(encoded[i + 1]) << 4) | Digit(encoded[i + 2]));
                i += 2;
            }
            else if (letter == '+')
            {
                letter = (byte)' ';
            }

            bytes[length++] = letter;
        }

        isDamaged |= !System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, length));
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
