using System.Text.Json.Serialization;

namespace Pamphlet.Letters.Between;

/// <summary>A paper that somebody of the collective said to know, or refused.</summary>
/// <param name="Paper">Its id, whole, in hexadecimal: who it is. Also the name of its thread.</param>
/// <param name="Name">What it is called here.</param>
/// <param name="Address">Where it is written to, ends with a slash; or empty.</param>
/// <param name="OtherKey">The fingerprint that was found at its address instead of its own; empty: its own was found.</param>
internal sealed record PaperContact(
    string Paper,
    string Name,
    string Address,
    bool IsRefused = false,
    string OtherKey = ""
)
{
    [JsonIgnore]
    public string Fingerprint => FingerprintOf(Paper);

    public static string FingerprintOf(string paper) =>
        string.Join(' ', paper.Chunk(8).Select(group => new string(group)));

    /// <summary>An address as it is kept and compared; null: it is none of a paper.</summary>
    public static Uri? AddressIn(string typed) =>
        typed.Length is > 0 and <= Seal.Letters.PaperLetter.LongestLine
        && Uri.TryCreate(typed.EndsWith('/') ? typed : $"{typed}/", UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0
            ? address
            : null;

    /// <summary>Whether a letter or an answer from this address would be taken for this paper's.</summary>
    public bool LivesAt(Uri address) =>
        !IsRefused
        && AddressIn(Address) is { } own
        && string.Equals(own.Host, address.Host, StringComparison.Ordinal)
        && (own.Port == address.Port || (own.IsDefaultPort && address.IsDefaultPort));
}
