using System.Text;

namespace Pamphlet.Tests.Editions.Serving;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? this[string name] =>
        Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Everything that two ways of serving must have in common.</summary>
    public string Essence =>
        string.Join(
            '\n',
            Headers
                .Where(header => !string.Equals(header.Key, "Date", StringComparison.OrdinalIgnoreCase))
                .Select(header => $"{header.Key}: {header.Value}")
                .Order(StringComparer.Ordinal)
                .Prepend($"{Status}")
                .Append(Convert.ToBase64String(Body))
        );
}
