using System.Text.Json.Serialization;

namespace Pamphlet.Desk.Words;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingFindingsWords
{
    public required FindingWords NeverPublish { get; init; }

    public required FindingWords AccountNumber { get; init; }

    public required FindingWords IdentityNumber { get; init; }

    public required FindingWords PhoneNumber { get; init; }

    public required FindingWords MailAddress { get; init; }

    public required FindingWords Plate { get; init; }

    public required FindingWords Coordinates { get; init; }

    public required FindingWords NetworkAddress { get; init; }

    public required FindingWords HiddenCharacter { get; init; }

    public required FindingWords LookAlikeLetter { get; init; }

    public required FindingWords OddSpace { get; init; }

    public required FindingWords TrackedLink { get; init; }

    public required FindingWords OwnersLink { get; init; }

    public required FindingWords FileName { get; init; }

    public required FindingWords PictureWithoutWords { get; init; }

    public required FindingWords FacesInPicture { get; init; }

    public required FindingWords VerbatimRun { get; init; }

    public required FindingWords UnknownFence { get; init; }

    public required FindingWords DroppedHtml { get; init; }

    public required FindingWords LostPicture { get; init; }
}

/// <summary>Of one kind of finding: what it is, why it could harm, what mends it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FindingWords
{
    public required string Name { get; init; }

    public required string Why { get; init; }

    public required string Remedy { get; init; }
}
