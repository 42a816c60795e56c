using System.Text.Json;

namespace Pamphlet.Tests.Stories;

/// <summary>The Nu Html Checker: the validator of the W3C. One Java process reads the whole paper.</summary>
internal static class Markup
{
    /// <summary>What is wrong with the pages and style sheets of a folder: errors and warnings, not hints.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string folder)
    {
        var (_, output, errors) = await Tool.RunAsync(
            "java",
            "-jar",
            NodePackage.PathOf("vnu-jar/build/dist/vnu.jar"),
            "--stdout",
            "--format",
            "json",
            "--skip-non-html",
            "--also-check-css",
            folder
        );
        Assert.True(output.StartsWith('{'), $"The checker did not run: {errors}");
        using var report = JsonDocument.Parse(output);
        return
        [
            .. from message in report.RootElement.GetProperty("messages").EnumerateArray()
            let kind = message.TryGetProperty("subType", out var sub) ? sub.GetString() : ""
            where message.GetProperty("type").GetString() != "info" || kind == "warning"
            let line = message.TryGetProperty("lastLine", out var last) ? last.GetInt32() : 0
            // Java writes file:/path, which is no address to .NET.
            let page = Uri.UnescapeDataString(message.GetProperty("url").GetString()!["file:".Length..])
            let grade = kind == "warning" ? "advice" : "error"
            select $"{Path.GetRelativePath(folder, page)}:{line}: {grade}: {message.GetProperty("message").GetString()}",
        ];
    }
}
