using System.Text;
using Pamphlet.Imports.Entries;
using Pamphlet.Posts;
using Pamphlet.Seal;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// What <see cref="Post.SourceHash"/> holds: the hash of the source, a space, and the hash of what the import made of it. The first
/// tells whether the source changed since; the second, whether somebody in the house did.
/// </summary>
internal readonly record struct SourceMark(string OfSource, string OfText)
{
    public static SourceMark Parse(string? stored) =>
        stored?.Split(' ') is [var source, var text] ? new SourceMark(source, text) : new SourceMark("", "");

    public static string Of(SourceEntry text) =>
        Hash([
            text.Kind.ToString(),
            text.Status.ToString(),
            text.Title,
            text.Html,
            text.Summary,
            Moment(text.Published),
            text.Address ?? "",
            .. text.Labels,
        ]);

    public static string Of(string title, string summary, string markdown, PostState state) =>
        Hash([title, summary, markdown, state.ToString()]);

    public override string ToString() => $"{OfSource} {OfText}";

    private static string Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string Hash(IEnumerable<string> fields) =>
        ContentHash.Of(Encoding.UTF8.GetBytes(string.Join('\u0001', fields))).ToString();
}
