using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Pamphlet.Forms;
using Pamphlet.Reading;
using Pamphlet.Seal;

namespace Pamphlet.Letters.Sending;

/// <summary>
/// A page on which something stands that nobody else may read. It is written with marks in those places; what belongs there goes
/// from pinned memory into the answer, and through no text of .NET's, which could not be wiped.
/// </summary>
/// <remarks>Pages have one of few lengths: with and without a short answer they are alike on the line.</remarks>
internal sealed class SecretPage : IDisposable
{
    private const int Step = 32 * 1024;

    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string mark = RandomNumberGenerator.GetHexString(24, lowercase: true);
    private readonly List<SecretBytes> secrets = [];

    /// <summary>Takes a copy of the bytes, UTF-8.</summary>
    /// <returns>What the slice writes where they belong.</returns>
    public string Place(ReadOnlySpan<byte> secret)
    {
        if (secret.IsEmpty)
        {
            return "";
        }

        secrets.Add(SecretBytes.From(secret));
        return string.Create(CultureInfo.InvariantCulture, $"{mark}{secrets.Count - 1:D4}");
    }

    public async Task AnswerAsync(HttpContext context, Catalogue catalogue, FormPage page, CancellationToken cancel)
    {
        var body = new ArrayBufferWriter<byte>(64 * 1024);
        FormPages.Write(context, catalogue, page, body);
        using var filled = new SecretBytes(LongestOf(body.WrittenCount));
        var length = Fill(body.WrittenSpan, filled.Span);

        // In which order words stand on the page is as secret as they are.
        body.Clear();
        context.Response.ContentLength = length;
        await context.Response.Body.WriteAsync(filled.Memory[..length], cancel);
    }

    public void Dispose()
    {
        foreach (var secret in secrets)
        {
            secret.Dispose();
        }
    }

    // Six bytes a letter that must be written as an entity.
    private int LongestOf(int page) => Rounded(page + (secrets.Sum(secret => secret.Length) * 6));

    private static int Rounded(int length) => (length + Step - 1) / Step * Step;

    private int Fill(ReadOnlySpan<byte> page, Span<byte> filled)
    {
        var marked = Encoding.ASCII.GetBytes(mark);
        var length = 0;
        while (page.IndexOf(marked) is >= 0 and var at)
        {
            page[..at].CopyTo(filled[length..]);
            length += at;
            var number = int.Parse(page.Slice(at + marked.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture);
            page = page[(at + marked.Length + 4)..];
            Letters.EncodeUtf8(secrets[number].Span, filled[length..], out _, out var written, isFinalBlock: true);
            length += written;
        }

        page.CopyTo(filled[length..]);
        length += page.Length;
        var whole = Rounded(length);
        filled[length..whole].Fill((byte)'\n');
        return whole;
    }
}
