using Pamphlet.Publications;

namespace Pamphlet.Writing.NeverPublish;

/// <summary>
/// The collective's private list, as the disk holds it: keyed hashes under a key that is made of a passphrase (Argon2id, 64 MiB)
/// and kept nowhere. Not even the editors can read the list; they can add to it, ask it and take from it.
/// </summary>
/// <remarks>
/// A seized disk shows that there is a list and, to the next multiple of 64, how long it is. Whoever guesses the passphrase can
/// try names against it, and names are few: it is as strong as the passphrase. A seized running server on which the list is open
/// holds the key in memory.
/// </remarks>
internal sealed class NeverPublishList
{
    public required PublicationId PublicationId { get; init; }

    /// <summary>16 bytes.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>Tells the right passphrase from a wrong one.</summary>
    public required byte[] Proof { get; init; }

    /// <summary>16 bytes each, sorted, filled up with chance to a multiple of 64.</summary>
    public required byte[] Hashes { get; set; }
}
