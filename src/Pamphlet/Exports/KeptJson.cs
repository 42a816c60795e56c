using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Pamphlet.Storage;

namespace Pamphlet.Exports;

/// <summary>How the kept records are written and read.</summary>
internal static class KeptJson
{
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            WriteIndented = true,
            NewLine = "\n",
            MaxDepth = 32,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };

    public static string Id(long value) => value.ToString("x16", CultureInfo.InvariantCulture);

    public static string Id<TId>(TId id)
        where TId : struct, IRowId<TId> => Id(id.Value);

    /// <summary>Null where it is no id.</summary>
    public static TId? Read<TId>(string? id)
        where TId : struct, IRowId<TId> =>
        id is { Length: 16 }
        && long.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
        && value > 0
            ? TId.From(value)
            : null;
}
