using System.IO.Compression;

namespace Pamphlet.Signing.Checking;

/// <summary>A copy in a ZIP. Nothing is unpacked to the disk, and nothing that swells beyond its limit.</summary>
internal sealed class ZipCopy : IEditionCopy
{
    private const int MostEntries = 2_000_000;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <exception cref="InvalidDataException">It is no ZIP.</exception>
    public ZipCopy(string file)
    {
        archive = ZipFile.OpenRead(file);
        if (archive.Entries.Count > MostEntries)
        {
            throw new InvalidDataException("Too many entries.");
        }

        // Archives are often made of the folder, not of what is in it.
        var top = archive.Entries.Select(entry => entry.FullName).FirstOrDefault(IsManifest) ?? "";
        var prefix = top[..^Math.Min(top.Length, Seal.EditionManifest.FileName.Length)];
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var name = entry.FullName.StartsWith(prefix, StringComparison.Ordinal)
                ? entry.FullName[prefix.Length..]
                : $"../{entry.FullName}";
            names.Add(name);
            entries.TryAdd(name, entry);
        }
    }

    public async Task<byte[]?> ReadAsync(string name, long most, CancellationToken cancellationToken)
    {
        if (!entries.TryGetValue(name, out var entry) || entry.Length > most)
        {
            return null;
        }

        try
        {
            return await UnpackAsync(entry, most, cancellationToken);
        }
        catch (InvalidDataException)
        {
            // Its packing is broken: nothing of it is what was signed.
            return [];
        }
    }

    private static async Task<byte[]?> UnpackAsync(
        ZipArchiveEntry entry,
        long most,
        CancellationToken cancellationToken
    )
    {
        await using var packed = await entry.OpenAsync(cancellationToken);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await packed.ReadAsync(buffer, cancellationToken)) > 0)
        {
            // The length in the archive is the stranger's word.
            if (content.Length + read > most)
            {
                return null;
            }

            await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return content.ToArray();
    }

    public IReadOnlyCollection<string> Names() => names;

    public void Dispose() => archive.Dispose();

    private static bool IsManifest(string name) =>
        string.Equals(name, Seal.EditionManifest.FileName, StringComparison.Ordinal)
        || (
            name.EndsWith($"/{Seal.EditionManifest.FileName}", StringComparison.Ordinal)
            && name.Count(letter => letter == '/') == 1
        );
}
