namespace Pamphlet.Exports;

/// <summary>Where each thing lies in the folder of an export.</summary>
internal static class KeptFiles
{
    public const string Paper = "paper.json";

    /// <summary>Without its ending: <c>.md</c> holds the words, <c>.json</c> the rest.</summary>
    /// <param name="path"><c>2019/05/slug.html</c>, or null: it was never public.</param>
    public static string Text(string? path, string id) =>
        path is null
            ? $"drafts/{id}"
            : $"texts/{(path.EndsWith(".html", StringComparison.Ordinal) ? path[..^5] : path)}";

    public static string Picture(string id, int width, string format) =>
        $"pictures/{id}-{width}.{(format is "jpeg" ? "jpg" : format)}";
}
