using System.Security.Cryptography;
using System.Text;
using Pamphlet.Posts;
using Pamphlet.Rendering;

namespace Pamphlet.Writing.Texts;

/// <summary>The words of a text, as a form sends them and a post holds them.</summary>
internal sealed record DraftWords(string Title, string Subtitle, string Summary, string Markdown)
{
    /// <summary>What a form was opened with: 32 hexadecimal digits. Another hash means that somebody saved meanwhile.</summary>
    public string Fingerprint { get; } =
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\0{Subtitle}\0{Summary}\0{Markdown}")).AsSpan(0, 16)
        );

    public bool HasTitle => !string.IsNullOrWhiteSpace(Title);

    /// <summary>Whether readers would see anything below the title: a line of HTML that is taken out is nothing.</summary>
    public bool HasWords =>
        PostRenderer.Render(Markdown, new RenderContext(Language.English, _ => null, _ => null)).Plain.Length > 0;

    public static DraftWords Of(Post post) => new(post.Title, post.Subtitle, post.Summary, post.Markdown);

    public static DraftWords Of(Revision revision) =>
        new(revision.Title, revision.Subtitle, revision.Summary, revision.Markdown);
}
