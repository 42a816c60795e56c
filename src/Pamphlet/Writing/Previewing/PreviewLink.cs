using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Writing.Previewing;

/// <summary>A link under which somebody without an account reads a draft until it expires.</summary>
internal sealed class PreviewLink
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>SHA-256 of the secret in the link, in hexadecimal: a seized disk opens no draft page, and tells nobody's link.</summary>
    public required string TokenHash { get; init; }

    /// <summary>To the hour.</summary>
    public required DateTimeOffset Until { get; init; }
}
