using System.Diagnostics.CodeAnalysis;
using System.Text;
using Pamphlet.Editions.Shelving;
using Pamphlet.Reading;

namespace Pamphlet.Editions.Serving;

/// <summary>Finds what an edition answers to an address: a file, a folder's first page, or a line of its address table.</summary>
internal static class FindAnswer
{
    private const string Site = "data/";
    private const string NotFoundFile = "data/404.html";
    private static ReadOnlySpan<byte> AddressFile => "edition/addresses.txt"u8;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <param name="target">The request's first line says it: <c>/2019/05/a.html?m=1</c>.</param>
    /// <returns>Null where the edition has nothing: a form's address, or none at all.</returns>
    public static Answer? For(Edition edition, ReadOnlySpan<byte> target)
    {
        Span<byte> name = stackalloc byte[RequestTarget.MaxLength];
        if (
            !RequestTarget.TryRead(target, name, out var length, out var query)
            || !TryText(name[Site.Length..length], out var path)
        )
        {
            return null;
        }

        // Some homes told their pages apart by the question alone (/?p=12); all others are asked the same page with any.
        var question = !query.IsEmpty && TryText(query, out var text) ? $"?{text}" : "";
        if (question.Length > 0 && ByAddress(edition, path + question, query) is { } asked)
        {
            return asked;
        }

        RequestTarget.AddFirstPage(name, ref length);
        if (edition.TryFind(name[..length], out var entry))
        {
            var status = entry.State == EntryState.Gone ? 410 : 200;
            return InFormat(edition, status, Encoding.UTF8.GetString(name[..length]), query);
        }

        return ByAddress(edition, path, query)
            // Blogger wrote a label's spaces either way.
            ?? (path.Contains('+', StringComparison.Ordinal) ? ByAddress(edition, path.Replace('+', ' '), query) : null)
            ?? ByOtherSpelling(edition, path);
    }

    /// <summary>What answers where nothing is; null: the edition has no such page.</summary>
    public static Answer.File? NotFound(Edition edition) => File(edition, 404, NotFoundFile);

    private static Answer? ByAddress(Edition edition, string path, ReadOnlySpan<byte> query)
    {
        if (!edition.TryFind(AddressFile, out var table))
        {
            return null;
        }

        var from = SiteLink.Encode("/" + path.Normalize(NormalizationForm.FormC));
        return AddressLines.Find(edition.Bytes(table.Forms.Identity), from, out var to) switch
        {
            0 => null,
            301 => new Answer.Moved("/" + to),
            var status => InFormat(edition, status, Site + Uri.UnescapeDataString(to), query),
        };
    }

    private static Answer.File? InFormat(Edition edition, int status, string path, ReadOnlySpan<byte> query) =>
        File(edition, status, query.IsEmpty ? path : FeedFormat.Chosen(edition, path, query));

    // Another spelling of a name that exists: without the slash after a folder, or with marks as letters of their own.
    private static Answer.Moved? ByOtherSpelling(Edition edition, string path)
    {
        var composed = path.Normalize(NormalizationForm.FormC);
        if (!string.Equals(composed, path, StringComparison.Ordinal) && Exists(edition, composed))
        {
            return new Answer.Moved("/" + SiteLink.Encode(composed));
        }

        return composed.Length > 0 && composed[^1] != '/' && Exists(edition, $"{composed}/index.html")
            ? new Answer.Moved($"/{SiteLink.Encode(composed)}/")
            : null;
    }

    private static bool Exists(Edition edition, string path) =>
        edition.TryFind(Encoding.UTF8.GetBytes(Site + path), out _);

    private static Answer.File? File(Edition edition, int status, string path) =>
        edition.TryFind(Encoding.UTF8.GetBytes(path), out var entry) ? new Answer.File(status, path, entry) : null;

    private static bool TryText(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = Strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }
}
