using System.Runtime.InteropServices;

namespace Pamphlet.Editions.Shelving;

/// <summary>Where some bytes lie on the shelf.</summary>
/// <param name="Pack">The pack's number; 0: nowhere.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Offset">From the pack's beginning, in bytes.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct Place(uint Pack, int Length, long Offset)
{
    public static Place Nowhere => default;

    public bool Exists => Pack != 0;
}

/// <summary>The ways in which one file's content is kept.</summary>
/// <param name="Identity">As it is; always there.</param>
/// <param name="Gzip">Compressed, or nowhere: not worth it.</param>
/// <param name="Brotli">Compressed later and harder, or nowhere.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct Forms(Place Identity, Place Gzip, Place Brotli)
{
    public Place In(Serving.ContentCoding coding) =>
        coding switch
        {
            Serving.ContentCoding.Gzip => Gzip,
            Serving.ContentCoding.Brotli => Brotli,
            _ => Identity,
        };

    public IEnumerable<Place> All()
    {
        yield return Identity;
        if (Gzip.Exists)
        {
            yield return Gzip;
        }

        if (Brotli.Exists)
        {
            yield return Brotli;
        }
    }
}
