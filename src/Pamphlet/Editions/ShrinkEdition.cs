using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Editions;

/// <summary>
/// Gives the files of an edition that was built whole their brotli forms, while nobody waits for anything. What is signed is
/// the plain form, so nothing changes but how many bytes travel.
/// </summary>
internal sealed class ShrinkEdition(EditionShelf shelf, TimeProvider time)
{
    // In bytes of denser forms: each portion is one rewriting of the index.
    private const int Portion = 16 << 20;

    // Files of text. A small paper is worth a minute of idle time; a large one gets what ten times less effort gives.
    private const int Small = 2_000;
    private const int Best = 11;
    private const int Good = 5;

    private readonly HashSet<ContentHash> useless = [];

    /// <summary>Whether it leaves half of a processor to readers; false where there are none: a measurement, an export.</summary>
    public bool Rests { get; init; } = true;

    private Edition? done;

    /// <summary>Makes the next portion, at half of one processor at most.</summary>
    /// <returns>The forms, by the content that they are of; none: the edition has all that it can have.</returns>
    public async Task<IReadOnlyDictionary<ContentHash, byte[]>> NextAsync(CancellationToken cancellationToken)
    {
        var made = new Dictionary<ContentHash, byte[]>();
        var edition = shelf.HoldCurrent();
        if (edition is null || edition == done)
        {
            edition?.LetGo();
            return made;
        }

        try
        {
            var missing = edition.Files().Where(IsMissing).ToList();
            var quality = missing.Count > Small ? Good : Best;
            var bytes = 0;
            foreach (var file in missing)
            {
                // A newer edition is on its way to readers: begin with that one.
                if (bytes >= Portion || shelf.Current != edition)
                {
                    return made;
                }

                if (made.ContainsKey(file.Entry.Hash))
                {
                    continue;
                }

                var since = time.GetTimestamp();
                var forms = file.Entry.Forms;
                var form = Compression.Brotli(edition.Bytes(forms.Identity), quality, forms.Gzip.Length).ToArray();
                if (form.Length > 0)
                {
                    made.Add(file.Entry.Hash, form);
                    bytes += form.Length;
                }
                else
                {
                    useless.Add(file.Entry.Hash);
                }

                if (Rests)
                {
                    await Task.Delay(time.GetElapsedTime(since), time, cancellationToken);
                }
            }

            done = made.Count == 0 ? edition : null;
            return made;
        }
        finally
        {
            edition.LetGo();
        }
    }

    private bool IsMissing(ListedFile file) =>
        file.Entry.Forms is { Gzip.Exists: true, Brotli.Exists: false } && !useless.Contains(file.Entry.Hash);
}
