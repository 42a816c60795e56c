using System.IO.Compression;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Editions;

/// <summary>
/// Reads every byte of the served edition from the disk, in every form, and compares it with its hash. A bit that flipped on
/// the disk would otherwise be served, under a manifest that says something else.
/// </summary>
internal sealed class CheckEdition(EditionShelf shelf, TimeProvider time)
{
    // In bytes: what is read before the processor is left to readers for as long as it took.
    private const int Step = 4 << 20;

    /// <returns>Whether every byte is as it was written. If not, the shelf is distrusted, and the press makes it anew.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var edition = shelf.HoldCurrent();
        if (edition is null)
        {
            return true;
        }

        try
        {
            var read = 0;
            var since = time.GetTimestamp();
            foreach (var file in edition.Files())
            {
                if (!IsAsWritten(file.Entry))
                {
                    shelf.Distrust();
                    return false;
                }

                read += file.Entry.Forms.All().Sum(place => place.Length);
                if (read >= Step)
                {
                    await Task.Delay(time.GetElapsedTime(since), time, cancellationToken);
                    (read, since) = (0, time.GetTimestamp());
                }
            }

            return true;
        }
        finally
        {
            edition.LetGo();
        }
    }

    private bool IsAsWritten(in IndexEntry entry)
    {
        var forms = entry.Forms;
        var plain = Read(forms.Identity);
        if (ContentHash.Of(plain) != entry.Hash)
        {
            return false;
        }

        return (
                !forms.Gzip.Exists
                || Opens(forms.Gzip, plain, stream => new GZipStream(stream, CompressionMode.Decompress))
            )
            && (
                !forms.Brotli.Exists
                || Opens(forms.Brotli, plain, stream => new BrotliStream(stream, CompressionMode.Decompress))
            );
    }

    private bool Opens(Place place, byte[] plain, Func<Stream, Stream> opener)
    {
        try
        {
            using var packed = new MemoryStream(Read(place));
            using var opened = opener(packed);
            var content = new byte[plain.Length + 1];
            return opened.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) == plain.Length
                && content.AsSpan(0, plain.Length).SequenceEqual(plain);
        }
        catch (Exception damage) when (damage is InvalidDataException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    private byte[] Read(Place place)
    {
        using var pack = shelf.OpenPack(place.Pack);
        var bytes = new byte[place.Length];
        var length = 0;
        while (
            length < bytes.Length
            && RandomAccess.Read(pack, bytes.AsSpan(length), place.Offset + length) is > 0 and var more
        )
        {
            length += more;
        }

        return bytes;
    }
}
