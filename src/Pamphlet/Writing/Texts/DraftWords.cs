using System.Security.Cryptography;
using System.Text;
using Pamphlet.Posts;

namespace Pamphlet.Writing.Texts;

/// <summary>The words of a text, as a form sends them and a post holds them.</summary>
internal sealed record DraftWords(string Title, string Subtitle, string Summary, string Markdown)
{
    /// <summary>What a form was opened with: 32 hexadecimal digits. Another hash means that somebody saved meanwhile.</summary>
    public string Fingerprint { get; } =
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\0{Subtitle}\0{Summary}\0{Markdown}")).AsSpan(0, 16)
        );

    public static DraftWords Of(Post post) => new(post.Title, post.Subtitle, post.Summary, post.Markdown);

    public static DraftWords Of(Revision revision) =>
        new(revision.Title, revision.Subtitle, revision.Summary, revision.Markdown);
}
