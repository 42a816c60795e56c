namespace Pamphlet.Onion;

/// <summary>Which address the paper is served at on the onion network, for editions to name it: also those that are made while it is not served.</summary>
internal static class AnnouncedOnion
{
    private const string FileName = "onion-address";

    /// <returns>The address, or null: none.</returns>
    public static string? In(string dataFolder) =>
        File.Exists(Path.Combine(dataFolder, FileName))
        && File.ReadAllText(Path.Combine(dataFolder, FileName)).Trim() is { Length: > 0 } host
            ? new UriBuilder("http", host).Uri.AbsoluteUri
            : null;

    /// <param name="host">Null: it is served at none any more.</param>
    /// <returns>Whether that is news.</returns>
    public static bool Set(string dataFolder, string? host)
    {
        var before = In(dataFolder);
        var file = Path.Combine(dataFolder, FileName);
        if (host is null)
        {
            File.Delete(file);
        }
        else
        {
            File.WriteAllText(file, host);
        }

        return !string.Equals(before, In(dataFolder), StringComparison.Ordinal);
    }
}
