using System.Security.Cryptography;
using Pamphlet.Copies;
using Pamphlet.Editions.Shelving;
using Pamphlet.Reading;
using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Signing.Fetching;

namespace Pamphlet.Mirrors;

/// <summary>Fetches the copies for readers that the held edition lists, from anyone, by hash; what the list no longer names is destroyed.</summary>
/// <remarks>After the edition and never before it: a paper whose copies do not come is mirrored all the same.</remarks>
internal sealed class FetchCopies(Mirror mirror, CopyDoor door)
{
    private readonly CopyShelf shelf = mirror.Copies;

    /// <returns>What is wrong with this source, or null: nothing, or the next may have what is missing.</returns>
    public async Task<FollowResult?> RunAsync(Uri source, CancellationToken cancel)
    {
        var edition = mirror.Shelf.HoldCurrent();
        try
        {
            return edition is null ? null : await RunAsync(source, edition, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new FollowResult(FollowFinding.DiskFault, "The disk is full or cannot be written.");
        }
        finally
        {
            edition?.LetGo();
        }
    }

    private async Task<FollowResult?> RunAsync(Uri source, Edition edition, CancellationToken cancel)
    {
        var wanted = Wanted(edition);
        var held = shelf.All().ToDictionary(copy => copy.Path, StringComparer.Ordinal);
        if (wanted.Count == held.Count && wanted.TrueForAll(copy => held.ContainsKey(copy.Path)))
        {
            return null;
        }

        var ready = new List<(CopyFact, string)>();
        FollowResult? wrong = null;
        foreach (var copy in wanted)
        {
            if (held.ContainsKey(copy.Path))
            {
                ready.Add((copy, shelf.FileOf(copy)));
            }
            else if (wrong is null)
            {
                (var file, wrong) = await FetchAsync(source, copy, cancel);
                ready.AddRange(file is null ? [] : [(copy, file)]);
            }
        }

        shelf.Replace(ready, edition.Number, ReadSeal.Of(mirror.Log, edition)?.Record.Time ?? 0);
        return wrong;
    }

    // Those that lie here already count too: they are what was agreed to be held.
    private List<CopyFact> Wanted(Edition edition)
    {
        var refused = mirror.Refused();
        var left = mirror.Wishes.MostBytes;
        var wanted = new List<CopyFact>();
        foreach (var copy in mirror.Wishes.HasMedia ? CopyList.In(edition) : [])
        {
            if (
                copy.Size <= Math.Min(mirror.Wishes.MostFile, left)
                && ContentHash.TryParse(copy.Hash, out var hash)
                && !refused.ContainsKey(hash)
            )
            {
                left -= copy.Size;
                wanted.Add(copy);
            }
        }

        return wanted;
    }

    private async Task<(string? File, FollowResult? Wrong)> FetchAsync(
        Uri source,
        CopyFact copy,
        CancellationToken cancel
    )
    {
        var fetched = await door.GetAsync(new Uri(source, copy.Path), copy.Size, cancel);
        if (!fetched.IsGood)
        {
            // It may have made others meanwhile, or be a mirror that lacks this one.
            return (null, null);
        }

        if (
            fetched.Content.Length != copy.Size
            || !string.Equals(
                Convert.ToHexStringLower(SHA256.HashData(fetched.Content)),
                copy.Hash,
                StringComparison.Ordinal
            )
        )
        {
            return (null, new FollowResult(FollowFinding.WrongContent, $"{copy.Path} is not what was signed."));
        }

        var work = Directory.CreateDirectory(Path.Combine(shelf.Folder, "work")).FullName;
        var file = Path.Combine(work, Path.GetFileName(copy.Path));
        await File.WriteAllBytesAsync(file, fetched.Content, cancel);
        return (file, null);
    }
}
