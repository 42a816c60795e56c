using System.Buffers;
using System.Runtime.InteropServices;
using Pamphlet.Editions.Serving;
using Pamphlet.Editions.Shelving;

namespace Pamphlet.Editions.Fast;

/// <summary>What became of the bytes that were read.</summary>
/// <param name="Consumed">How many of them were requests that are answered now.</param>
/// <param name="HandOn">What follows is not for the fast lane: another method, an unknown path, an odd or unfinished head.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TurnResult(int Consumed, bool HandOn);

/// <summary>Answers as many whole requests as came. It never waits.</summary>
internal static class LaneTurn
{
    // Longer files are streamed, which is not done here.
    private const int LargestBody = 64 * 1024;

    public static TurnResult Take(
        ReadOnlySpan<byte> read,
        Edition edition,
        LaneBatch batch,
        ReadOnlySpan<byte> date,
        PopularCount popular
    )
    {
        var consumed = 0;
        while (consumed < read.Length && !batch.IsFull)
        {
            var rest = read[consumed..];
            var end = rest.IndexOf("\r\n\r\n"u8);
            if (
                end < 0
                || !LaneRequest.TryParse(rest[..(end + 2)], out var request)
                || !TryAnswer(request, edition, batch, date, popular)
            )
            {
                return new TurnResult(consumed, HandOn: true);
            }

            consumed += end + 4;
        }

        return new TurnResult(consumed, HandOn: false);
    }

    private static bool TryAnswer(
        LaneRequest request,
        Edition edition,
        LaneBatch batch,
        ReadOnlySpan<byte> date,
        PopularCount popular
    )
    {
        Span<byte> name = stackalloc byte[RequestTarget.MaxLength];
        if (!RequestTarget.TryRead(request.Target, name, out var length, out _))
        {
            return false;
        }

        RequestTarget.AddFirstPage(name, ref length);
        var path = name[..length];
        var hash = PathHash.Of(path);
        if (!edition.TryFind(path, hash, out var entry) || entry.State != EntryState.Listed)
        {
            return false;
        }

        var forms = entry.Forms;
        var coding = AcceptEncoding.Choose(request.AcceptEncoding, forms.Gzip.Exists, forms.Brotli.Exists);
        var place = forms.In(coding);
        if (place.Length > LargestBody)
        {
            return false;
        }

        Span<byte> tag = stackalloc byte[EntityTag.MaxLength];
        tag = tag[..EntityTag.Write(entry.Hash, coding, tag)];
        var heads = LaneHeads.Of(path);
        if (request.HasIfNoneMatch && EntityTag.IsIn(request.IfNoneMatch, tag, isWeak: true))
        {
            batch.AddNotModified(heads.NotModified(path), tag, date);
        }
        else
        {
            batch.AddOk(heads.Ok(path, coding), place.Length, tag, date, request.IsHead ? [] : edition.Bytes(place));
        }

        if (heads.IsPage && !request.IsHead)
        {
            popular.Seen(hash);
        }

        return true;
    }
}
