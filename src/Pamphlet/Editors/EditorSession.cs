using System.Security.Cryptography;
using System.Text;
using Pamphlet.Desk;
using Pamphlet.Publications;

namespace Pamphlet.Editors;

/// <summary>
/// That somebody is signed in. Only the token's hash is here, so that a copy of the database opens nothing; only days, so that
/// it does not say when somebody worked; nothing about their machine.
/// </summary>
internal sealed class EditorSession
{
    /// <summary>In days, however busy it is.</summary>
    public const int LongestLife = 14;

    /// <summary>In days, where the program was restarted since and does not know the hour.</summary>
    public const int LongestPause = 2;

    public required PublicationId PublicationId { get; init; }

    /// <summary>SHA-256 of the token; the token has 256 random bits, so that no salt is needed.</summary>
    public required byte[] TokenHash { get; init; }

    public required EditorId EditorId { get; init; }

    public required DateOnly BegunOn { get; init; }

    public required DateOnly LastSeenOn { get; set; }

    /// <summary>Names the row in a form of its owner's.</summary>
    public string Handle => Convert.ToHexString(TokenHash);

    /// <summary>Two words by which its owner knows it again, made of the hash: it says nothing about the browser.</summary>
    public string Nickname => Passphrase.WordsOf(TokenHash);

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public bool IsOver(DateOnly today) =>
        today.DayNumber - BegunOn.DayNumber >= LongestLife || today.DayNumber - LastSeenOn.DayNumber > LongestPause;
}
