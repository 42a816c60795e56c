using System.Buffers;
using System.Text;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Serving;

/// <summary>A file on its way to a reader: which form of it, which parts, and whether the reader has it already.</summary>
internal sealed class SendFile
{
    private const int Step = 64 * 1024;
    private readonly Edition edition;
    private readonly Place place;
    private readonly IReadOnlyList<ByteRange>? ranges;
    private readonly bool hasBody;

    private SendFile(Edition edition, Place place, IReadOnlyList<ByteRange>? ranges, bool hasBody)
    {
        this.edition = edition;
        this.place = place;
        this.ranges = ranges;
        this.hasBody = hasBody;
    }

    /// <summary>A reader looked at all of it, or has it.</summary>
    public bool IsWholeRead => ranges is null;

    /// <summary>Decides from the request's conditions (RFC 9110, 13.2.2), and writes the response's head.</summary>
    public static SendFile Prepare(HttpContext context, Edition edition, Answer.File file)
    {
        var (request, response) = (context.Request, context.Response);
        var forms = file.Entry.Forms;
        var isWhole = file.Status == 200;
        var asked = isWhole ? Ranges(request, file.Entry.Hash, forms.Identity.Length) : null;

        // Parts are parts of the plain form: a browser that goes on with a broken download has that one.
        var coding = asked is null
            ? AcceptEncoding.Choose(
                Bytes(request.Headers.AcceptEncoding.ToString()),
                forms.Gzip.Exists,
                forms.Brotli.Exists
            )
            : ContentCoding.Identity;
        var form = forms.In(coding);
        var tag = Tag(file.Entry.Hash, coding);
        if (isWhole)
        {
            response.Headers.ETag = Encoding.ASCII.GetString(tag);
            response.Headers.AcceptRanges = "bytes";
            if (Precondition(request, tag) is var status and not 200)
            {
                response.StatusCode = status;
                Forget(response, file, isAll: status == 304);
                return new SendFile(edition, form, ranges: null, hasBody: false);
            }
        }

        if (coding != ContentCoding.Identity)
        {
            response.Headers.ContentEncoding = coding == ContentCoding.Gzip ? "gzip" : "br";
        }

        if (asked is { Count: 0 })
        {
            response.StatusCode = 416;
            response.Headers.ContentRange = $"bytes */{form.Length}";
            return new SendFile(edition, form, asked, hasBody: false);
        }

        response.StatusCode = asked is null ? response.StatusCode : 206;
        return new SendFile(edition, form, asked, !HttpMethods.IsHead(request.Method));
    }

    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.StatusCode is 304 or 412 or 416)
        {
            return Task.CompletedTask;
        }

        if (ranges is { Count: > 1 })
        {
            return new Multipart(ranges, place.Length, response.Headers.ContentType.ToString()).SendAsync(
                response,
                hasBody ? WriteAsync : null,
                context.RequestAborted
            );
        }

        var all = ranges is { Count: 1 } ? ranges[0] : new ByteRange(0, place.Length - 1);
        if (ranges is not null)
        {
            response.Headers.ContentRange = all.ContentRange(place.Length);
        }

        response.ContentLength = all.Length;
        return hasBody ? WriteAsync(response, all, context.RequestAborted) : Task.CompletedTask;
    }

    private async Task WriteAsync(HttpResponse response, ByteRange range, CancellationToken cancellationToken)
    {
        for (var at = range.First; at <= range.Last; at += Step)
        {
            var part = new Place(place.Pack, Math.Min(Step, range.Last - at + 1), place.Offset + at);
            response.BodyWriter.Write(edition.Bytes(part));
            var flushed = await response.BodyWriter.FlushAsync(cancellationToken);
            if (flushed.IsCompleted)
            {
                return;
            }
        }
    }

    private static void Forget(HttpResponse response, Answer.File file, bool isAll)
    {
        response.Headers.Remove("Content-Type");
        if (!isAll)
        {
            return;
        }

        string[] kept = [.. EditionHeaders.OfNotModified(file.Path).Select(header => header.Key)];
        foreach (var (name, _) in EditionHeaders.For(file.Path, MediaType.Of(file.Path)))
        {
            if (!kept.Contains(name, StringComparer.Ordinal))
            {
                response.Headers.Remove(name);
            }
        }
    }

    private static int Precondition(HttpRequest request, ReadOnlySpan<byte> tag)
    {
        var match = request.Headers.IfMatch;
        if (match.Count > 0 && !EntityTag.IsIn(Bytes(match.ToString()), tag, isWeak: false))
        {
            return 412;
        }

        var noneMatch = request.Headers.IfNoneMatch;
        return noneMatch.Count > 0 && EntityTag.IsIn(Bytes(noneMatch.ToString()), tag, isWeak: true) ? 304 : 200;
    }

    private static IReadOnlyList<ByteRange>? Ranges(HttpRequest request, ContentHash hash, int length)
    {
        if (request.Headers.Range.Count != 1 || !HttpMethods.IsGet(request.Method))
        {
            return null;
        }

        // A date is never ours: an edition's files have none.
        var condition = request.Headers.IfRange;
        if (condition.Count > 0 && !Bytes(condition.ToString()).SequenceEqual(Tag(hash, ContentCoding.Identity)))
        {
            return null;
        }

        return ByteRange.Parse(request.Headers.Range.ToString(), length);
    }

    private static byte[] Tag(ContentHash hash, ContentCoding coding)
    {
        Span<byte> tag = stackalloc byte[EntityTag.MaxLength];
        return tag[..EntityTag.Write(hash, coding, tag)].ToArray();
    }

    private static byte[] Bytes(string header) => Encoding.Latin1.GetBytes(header);
}
