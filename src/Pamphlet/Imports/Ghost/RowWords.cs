using System.Text.Json;

namespace Pamphlet.Imports.Ghost;

/// <summary>Reads the columns of a row, whichever of Ghost's versions wrote it.</summary>
internal static class RowWords
{
    /// <summary>Some tools wrap a row: <c>{"url": …, "data": {…}}</c>.</summary>
    public static JsonElement Unwrapped(this JsonElement row) =>
        row.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : row;

    /// <summary>Text, or a number as text; <c>""</c> for none.</summary>
    public static string Word(this JsonElement row, string name) =>
        row.ValueKind != JsonValueKind.Object || !row.TryGetProperty(name, out var value)
            ? ""
            : value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() ?? "",
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => "",
            };

    public static bool Is(this JsonElement row, string name) => row.Word(name) is "1" or "true";

    /// <summary>The objects of a list, unwrapped.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object
        && row.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).Select(one => one.Unwrapped())
            : [];
}
