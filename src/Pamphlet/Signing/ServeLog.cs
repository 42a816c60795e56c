using System.Globalization;
using System.Text;
using Pamphlet.Editions.Serving;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Signing;

/// <summary>Answers whoever checks or mirrors the paper, below <c>/.well-known/edition/</c>: everything public about its log.</summary>
/// <remarks>What is answered always belongs to the edition that readers get at that moment.</remarks>
internal sealed class ServeLog(EditionShelf shelf, EditionLog log)
{
    public const string Prefix = "/.well-known/edition/";

    private const int MostEntries = 1000;
    private const string Plain = "text/plain; charset=utf-8";
    private const string Bytes = "application/octet-stream";
    private const string Briefly = "public, max-age=5";
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>The list of files as it was signed, where the shelf does not hold them all; null: the shelf's own.</summary>
    public Func<EditionSeal, byte[]?>? StoredManifest { get; init; }

    private (long Number, byte[] Gzip) manifest = (-1, []);

    public async Task AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = 405;
            context.Response.Headers.Allow = "GET, HEAD";
            return;
        }

        var what = context.Request.Path.Value![Prefix.Length..];
        var edition = shelf.HoldCurrent();
        try
        {
            if (edition is null || ReadSeal.Of(log, edition) is not { } seal)
            {
                context.Response.StatusCode = 404;
                return;
            }

            await SendAsync(context, Find(what, edition, seal, AcceptsGzip(context)));
        }
        finally
        {
            edition?.LetGo();
        }
    }

    private Found? Find(string what, Edition edition, EditionSeal seal, bool acceptsGzip)
    {
        var size = seal.Checkpoint.Size;
        var (kind, rest) = what.IndexOf('/', StringComparison.Ordinal) is var slash and > 0
            ? (what[..slash], what[(slash + 1)..])
            : (what, "");
        switch (kind)
        {
            case StrangersFiles.Head:
                return new Found(StrangersFiles.HeadOf(log, seal).ToBytes(), Plain, Briefly);
            case "seal":
                return new Found(seal.ToBytes(), Plain, Briefly);
            case EditionManifest.FileName:
                return Manifest(edition, seal, acceptsGzip);
            case "tile":
                return LogTile.TryParse(what, out var tile) && log.Tile(tile, size) is { } bytes
                    ? new Found(bytes, Bytes, ForEver)
                    : null;
            case "entries":
                return TryRange(rest, size, out var from, out var to) && to - from <= MostEntries
                    ? new Found([.. Entries(from, to)], Bytes, ForEver)
                    : null;
            case "consistency":
                return TryRange(rest, size, out from, out to)
                    ? new Found(Lines(log.Consistency(from, to)), Plain, ForEver)
                    : null;
            case "delta":
                return TryRange(rest, size, out from, out to) && DeltaChain.Between(log.Files, from, to) is { } delta
                    ? new Found(delta.ToBytes(), Plain, Briefly, Compresses: true)
                    : null;
            case "blob":
                return Blob(edition, rest, acceptsGzip);
            case "page":
                return Page(edition, seal, rest);
            default:
                return StrangersFiles.Of(log, seal).TryGetValue(what, out var file)
                    ? new Found(file, what.Contains("sig", StringComparison.Ordinal) ? Bytes : Plain, Briefly)
                    : null;
        }
    }

    private byte[] ManifestBytes(Edition edition, EditionSeal seal) =>
        StoredManifest?.Invoke(seal) ?? ManifestOf.Bytes(edition);

    private Found Manifest(Edition edition, EditionSeal seal, bool acceptsGzip)
    {
        if (!acceptsGzip)
        {
            return new Found(ManifestBytes(edition, seal), Plain, Briefly);
        }

        // A megabyte takes a while to compress: a hundred mirrors that ask after one publication cost it once.
        var cached = manifest;
        if (cached.Number != edition.Number)
        {
            var bytes = ManifestBytes(edition, seal);
            cached = (edition.Number, Packed(bytes));
            if (cached.Gzip.Length == 0)
            {
                return new Found(bytes, Plain, Briefly);
            }

            manifest = cached;
        }

        return new Found(cached.Gzip, Plain, Briefly) { IsGzip = true };
    }

    private static Found? Blob(Edition edition, string rest, bool acceptsGzip)
    {
        var parts = rest.Split('/');
        if (
            parts is not ["sha256", { Length: 2 } folder, var name]
            || !name.StartsWith(folder, StringComparison.Ordinal)
            || !ContentHash.TryParse(name, out var hash)
            || !edition.TryFindContent(hash, out var entry)
        )
        {
            return null;
        }

        var isGzip = acceptsGzip && entry.Forms.Gzip.Exists;
        var place = isGzip ? entry.Forms.Gzip : entry.Forms.Identity;
        return new Found(edition.Bytes(place).ToArray(), Bytes, ForEver) { IsGzip = isGzip };
    }

    private Found? Page(Edition edition, EditionSeal seal, string path)
    {
        if (
            !SitePath.TryParse(path, out var parsed)
            || !EditionManifest.TryParse(ManifestBytes(edition, seal), out var list, out _)
        )
        {
            return null;
        }

        var tree = PageTree.Of([.. list.Lines.Select(line => line.LeafHash())], before: null);
        return new Found(PageProof.Of(list, tree, parsed).ToBytes(), Plain, Briefly);
    }

    private IEnumerable<byte> Entries(long from, long to)
    {
        for (var at = from; at < to; at++)
        {
            foreach (var value in EntryBundle.Encode(log.Record(at)!))
            {
                yield return value;
            }
        }
    }

    private static byte[] Lines(IReadOnlyList<ContentHash> hashes) =>
        Encoding.UTF8.GetBytes(string.Concat(hashes.Select(hash => $"{hash}\n")));

    // «from..to», both no more than the size.
    private static bool TryRange(string text, long size, out long from, out long to)
    {
        (from, to) = (0, 0);
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return dots > 0
            && long.TryParse(text.AsSpan(0, dots), NumberStyles.None, CultureInfo.InvariantCulture, out from)
            && long.TryParse(text.AsSpan(dots + 2), NumberStyles.None, CultureInfo.InvariantCulture, out to)
            && from <= to
            && to <= size;
    }

    // Nothing, where it would not be shorter.
    private static byte[] Packed(byte[] content) => Compression.Gzip(content).ToArray();

    private static bool AcceptsGzip(HttpContext context) =>
        AcceptEncoding.Choose(
            Encoding.Latin1.GetBytes(context.Request.Headers.AcceptEncoding.ToString()),
            hasGzip: true,
            hasBrotli: false
        ) == ContentCoding.Gzip;

    private static async Task SendAsync(HttpContext context, Found? found)
    {
        var response = context.Response;
        if (found is null)
        {
            response.StatusCode = 404;
            return;
        }

        var tag = $"\"{ContentHash.Of(found.Content)}\"";
        response.Headers.CacheControl = found.Caching;
        response.Headers.ETag = tag;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        // Anybody's page may check a paper: nothing here depends on who asks.
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers["Referrer-Policy"] = "no-referrer";
        if (string.Equals(context.Request.Headers.IfNoneMatch.ToString(), tag, StringComparison.Ordinal))
        {
            response.StatusCode = 304;
            return;
        }

        var (content, isGzip) = (found.Content, found.IsGzip);
        if (found.Compresses && AcceptsGzip(context) && Packed(content) is { Length: > 0 } gzip)
        {
            (content, isGzip) = (gzip, true);
        }

        if (isGzip)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        response.ContentType = found.Type;
        response.ContentLength = content.Length;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    private sealed record Found(byte[] Content, string Type, string Caching, bool Compresses = false)
    {
        public bool IsGzip { get; init; }
    }
}
