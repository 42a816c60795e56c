using System.Buffers;
using System.Runtime.InteropServices;
using Pamphlet.Editions.Serving;
using Pamphlet.Editions.Shelving;
using Pamphlet.Web;

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

    // An address of this length still fits into a head, twice over.
    private const int LongestNamed = 400;

    public static TurnResult Take(
        ReadOnlySpan<byte> read,
        Edition edition,
        LaneBatch batch,
        ReadOnlySpan<byte> date,
        PopularCount popular,
        OnionLocation? onion
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
                || !TryAnswer(request, edition, batch, date, popular, onion)
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
        PopularCount popular,
        OnionLocation? onion
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
            var isNamed = onion is not null && heads.IsPage && IsDue(request);
            if (isNamed && request.Target.Length > LongestNamed)
            {
                return false;
            }

            batch.AddOk(
                heads.Ok(path, coding),
                place.Length,
                tag,
                isNamed ? onion!.Start : [],
                isNamed ? request.Target : [],
                date,
                request.IsHead ? [] : edition.Bytes(place)
            );
        }

        if (heads.IsPage && !request.IsHead)
        {
            popular.Seen(hash);
        }

        return true;
    }

    private static bool IsDue(LaneRequest request) =>
        !request.ForwardedScheme.IsEmpty && OnionLocation.IsDue(request.ForwardedScheme, request.Host);
}
