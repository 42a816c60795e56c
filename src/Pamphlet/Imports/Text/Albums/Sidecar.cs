using System.Text.Json;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Text.Albums;

/// <summary>The table that lies beside a picture of an album. Of all it tells — places, people, times — only the file's true name is read.</summary>
internal static class Sidecar
{
    // In bytes. The largest seen has 700.
    private const int Longest = 64 * 1024;

    public static string? FileNameIn(ExportFile file)
    {
        if (file.Length > Longest)
        {
            return null;
        }

        try
        {
            using var stream = file.Open();
            using var json = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 32 });
            return
                json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("filename", out var name)
                && name.ValueKind is JsonValueKind.String
                ? name.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
