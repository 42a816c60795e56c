using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.ReadingOver;

/// <summary>Something in a text that could harm somebody. Whether it does, only the editors know.</summary>
/// <param name="Quoted">What stands there; what cannot be seen is written out as <c>⟨U+200B⟩</c>.</param>
/// <param name="Instead">What could stand there instead, where a program can tell: an address without its tracking; or null.</param>
/// <param name="Spots">Every place where it stands, in reading order.</param>
internal sealed record Finding(FindingKind Kind, string Quoted, string? Instead, IReadOnlyList<Spot> Spots)
{
    /// <summary>
    /// The same for the same words wherever they move in the text, so that an answer («meant») stays with them; another as soon
    /// as they change.
    /// </summary>
    public string Id { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}\n{Quoted}")).AsSpan(0, 8));
}

/// <param name="Line">Counted from 1 in the text as it is typed; 0 outside of it.</param>
/// <param name="Before">A few words before, to know the place by.</param>
internal sealed record Spot(Place Place, int Line, string Before, string After);

/// <summary>The parts of what will be published.</summary>
internal enum Place
{
    Title,
    Subtitle,
    Summary,
    Name,
    Tag,
    Address,
    Text,
}

internal enum FindingKind
{
    /// <summary>A word of the collective's own list.</summary>
    NeverPublish,

    /// <summary>Of a bank or a card.</summary>
    AccountNumber,
    IdentityNumber,
    PhoneNumber,
    MailAddress,
    Plate,
    Coordinates,
    NetworkAddress,
    HiddenCharacter,
    LookAlikeLetter,
    OddSpace,
    TrackedLink,

    /// <summary>A document, call or group whose service shows who owns it.</summary>
    OwnersLink,
    FileName,
    PictureWithoutWords,

    /// <summary>Only a question: no program here looks for faces.</summary>
    FacesInPicture,
    VerbatimRun,

    /// <summary>A mistyped <c>::: figure</c>, which readers would see as it was typed.</summary>
    UnknownFence,

    /// <summary>HTML that rendering takes out.</summary>
    DroppedHtml,

    /// <summary>From elsewhere, or not in this paper: readers would get a link or its description.</summary>
    LostPicture,
}
