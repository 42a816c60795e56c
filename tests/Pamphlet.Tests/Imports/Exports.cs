using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Imports;

/// <summary>Real and synthetic exports, which lie beside the checkout: other people's words are not ours to keep in it.</summary>
internal static class Exports
{
    public const string Heisencoder = "blogger-takeout/heisencoder-ai-playground";

    private static readonly string Folder = Path.GetFullPath(
        Path.Combine(
            Environment.GetEnvironmentVariable("PAMPHLET_SHARED") ?? Path.Combine(Checkout.Root, "..", "shared"),
            "imports"
        )
    );

    /// <summary>The file or folder, or a named skip where the exports are not beside this checkout.</summary>
    public static string Of(string name)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The exports are not beside this checkout (../shared/imports).");
        var path = Path.Combine(Folder, name);
        Assert.True(Path.Exists(path), $"{name} is gone from the exports.");
        return path;
    }

    public static IReadOnlyList<string> FilesIn(string name) =>
        [.. Directory.EnumerateFiles(Of(name), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
