using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>A sentence with a gap, <c>in reply to {name}</c>.</summary>
[JsonConverter(typeof(PhraseFormat))]
internal sealed record Phrase(string Template)
{
    /// <summary>What stands before the only gap: for a gap that is filled with an element of its own.</summary>
    public string Before => Template[..Opening];

    /// <summary>What stands after the only gap.</summary>
    public string After => Template[(Template.IndexOf('}', StringComparison.Ordinal) + 1)..];

    private int Opening =>
        Template.IndexOf('{', StringComparison.Ordinal) is >= 0 and var at
            ? at
            : throw new InvalidOperationException($"No gap in «{Template}».");

    public string With(string gap, string filling)
    {
        var marked = $"{{{gap}}}";
        return Template.Contains(marked, StringComparison.Ordinal)
            ? Template.Replace(marked, filling, StringComparison.Ordinal)
            : throw new InvalidOperationException($"No gap {marked} in «{Template}».");
    }

    public string With(string gap, string filling, string otherGap, string otherFilling) =>
        new Phrase(With(gap, filling)).With(otherGap, otherFilling);

    public override string ToString() => Template;
}

internal sealed class PhraseFormat : JsonConverter<Phrase>
{
    public override Phrase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A phrase is a string."));

    public override void Write(Utf8JsonWriter writer, Phrase value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Template);
}
