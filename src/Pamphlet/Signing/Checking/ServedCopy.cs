using Pamphlet.Reading;
using Pamphlet.Seal;
using Pamphlet.Signing.Fetching;

namespace Pamphlet.Signing.Checking;

/// <summary>A copy that a server gives out: pages as any reader gets them, the rest from below <c>.well-known/edition/</c>.</summary>
/// <param name="home">Ends with a slash.</param>
internal sealed class ServedCopy(Uri home, CopyDoor door) : IEditionCopy
{
    private const string Site = "data/";
    private readonly Dictionary<string, ContentHash> listed = new(StringComparer.Ordinal);

    public async Task<byte[]?> ReadAsync(string name, long most, CancellationToken cancellationToken)
    {
        var fetched = await door.GetAsync(AddressOf(name), most, cancellationToken);
        var content = fetched.Fault == FetchFault.None && fetched.Status is 200 or 404 or 410 ? fetched.Content : null;
        if (!name.StartsWith(Site, StringComparison.Ordinal) && fetched.Status != 200)
        {
            return null;
        }

        if (
            string.Equals(name, EditionManifest.FileName, StringComparison.Ordinal)
            && EditionManifest.TryParse(content, out var manifest, out _)
        )
        {
            foreach (var line in manifest.Lines)
            {
                listed[line.Path.Value] = line.Hash;
            }
        }

        return content;
    }

    public IReadOnlyCollection<string>? Names() => null;

    public void Dispose() => door.Dispose();

    private Uri AddressOf(string name)
    {
        if (name.StartsWith(Site, StringComparison.Ordinal))
        {
            return new Uri(home, SiteLink.Encode(name[Site.Length..]));
        }

        var below = listed.TryGetValue(name, out var hash) ? $"blob/sha256/{hash.ToString()[..2]}/{hash}" : name;
        return new Uri(home, $".well-known/edition/{below}");
    }
}
