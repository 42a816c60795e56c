using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Pamphlet.Rendering;

namespace Pamphlet.Desk;

/// <summary>
/// What somebody sent: read whole, into memory, up to a bound. The framework's own reader would lay larger forms into a
/// temporary file, where a draft would outlive its author's wish.
/// </summary>
internal sealed class DeskForm(IReadOnlyDictionary<string, StringValues> values, IReadOnlyList<DeskFile> files)
{
    private const int MostFields = 1024;
    private const int LongestName = 200;

    public static DeskForm Empty { get; } = new(new Dictionary<string, StringValues>(StringComparer.Ordinal), []);

    public IReadOnlyList<DeskFile> Files => files;

    /// <summary>
    /// The file of an endpoint that <see cref="AccessRules.TakesAFileUpTo"/>, unread: whoever sends it was recognised before its first
    /// byte is taken. Empty: none was chosen; null: the form had no such field.
    /// </summary>
    public Stream? Upload { get; private init; }

    public IEnumerable<string> Names => values.Keys;

    /// <summary>A line: composed letters (NFC), nothing invisible at its ends; empty where nothing was sent.</summary>
    public string this[string name] => CleanText.Of(Raw(name)).Trim();

    /// <summary>Several lines: as <see cref="this"/>, but with one kind of line end and its blanks where they were.</summary>
    public string Text(string name) =>
        CleanText.Of(Raw(name).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));

    /// <summary>As it came.</summary>
    public string Raw(string name) => values.TryGetValue(name, out var value) ? value.ToString() : "";

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>Every value of a group of tick boxes.</summary>
    public IReadOnlyList<string> All(string name) =>
        values.TryGetValue(name, out var value) ? [.. value.OfType<string>()] : [];

    /// <exception cref="InvalidDataException">It is no form, or too much of one: the sender's fault.</exception>
    /// <exception cref="BadHttpRequestException">It is larger than the endpoint allows, or ended early.</exception>
    /// <param name="limit">Of everything that is held in memory, in bytes.</param>
    /// <param name="leavesUpload">Stops at the first file, and leaves it to the endpoint.</param>
    public static async Task<DeskForm> ReadAsync(
        HttpRequest request,
        int limit,
        bool leavesUpload,
        CancellationToken cancellationToken
    )
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            throw new InvalidDataException("No type.");
        }

        if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            var reader = new FormPipeReader(request.BodyReader, Encoding.UTF8)
            {
                KeyLengthLimit = LongestName,
                ValueCountLimit = MostFields,
                ValueLengthLimit = limit,
            };
            return new DeskForm(await reader.ReadFormAsync(cancellationToken), []);
        }

        return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await ReadPartsAsync(request, type, limit, leavesUpload, cancellationToken)
            : throw new InvalidDataException("Another type.");
    }

    private static async Task<DeskForm> ReadPartsAsync(
        HttpRequest request,
        MediaTypeHeaderValue type,
        int limit,
        bool leavesUpload,
        CancellationToken cancellationToken
    )
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 100)
        {
            throw new InvalidDataException("No boundary.");
        }

        var values = new KeyValueAccumulator();
        var files = new List<DeskFile>();
        var parts = new MultipartReader(boundary, request.Body) { BodyLengthLimit = leavesUpload ? null : limit };
        var room = limit;
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (
                !ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var said)
                || values.ValueCount + files.Count >= MostFields
            )
            {
                throw new InvalidDataException("A part without a name, or too many.");
            }

            if (leavesUpload && said.IsFileDisposition())
            {
                return new DeskForm(values.GetResults(), files) { Upload = part.Body };
            }

            using var content = new MemoryStream();
            await CopyAsync(part.Body, content, room, cancellationToken);
            room -= (int)content.Length;
            var name = HeaderUtilities.RemoveQuotes(said.Name).ToString();
            if (said.IsFileDisposition())
            {
                // What the file was called at home is somebody's; only its kind is of use.
                files.Add(new DeskFile(name, Extension(said), content.ToArray()));
            }
            else
            {
                values.Append(name, Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length));
            }
        }

        return new DeskForm(values.GetResults(), files);
    }

    private static async Task CopyAsync(
        Stream part,
        MemoryStream content,
        int room,
        CancellationToken cancellationToken
    )
    {
        var piece = new byte[16 * 1024];
        while (await part.ReadAsync(piece, cancellationToken) is > 0 and var read)
        {
            if (content.Length + read > room)
            {
                throw new InvalidDataException("More than the endpoint holds in memory.");
            }

            await content.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }
    }

    private static string Extension(ContentDispositionHeaderValue said)
    {
        var name = said.FileNameStar.HasValue ? said.FileNameStar : said.FileName;
        return Path.GetExtension(HeaderUtilities.RemoveQuotes(name).ToString()).ToLowerInvariant();
    }
}

/// <param name="Field">The field that it was chosen in.</param>
/// <param name="Extension">Of its name, small, with the dot, as its sender says: <c>.jpg</c>. Empty content: none was chosen.</param>
internal sealed record DeskFile(string Field, string Extension, ReadOnlyMemory<byte> Content);
