using Pamphlet.Desk.Words;
using Pamphlet.ReadingOver;

namespace Pamphlet.Writing.Pages;

/// <summary>The words for each kind of finding.</summary>
internal static class FindingsSaid
{
    public static FindingWords Of(WritingFindingsWords words, FindingKind kind) =>
        kind switch
        {
            FindingKind.NeverPublish => words.NeverPublish,
            FindingKind.AccountNumber => words.AccountNumber,
            FindingKind.IdentityNumber => words.IdentityNumber,
            FindingKind.PhoneNumber => words.PhoneNumber,
            FindingKind.MailAddress => words.MailAddress,
            FindingKind.Plate => words.Plate,
            FindingKind.Coordinates => words.Coordinates,
            FindingKind.NetworkAddress => words.NetworkAddress,
            FindingKind.HiddenCharacter => words.HiddenCharacter,
            FindingKind.LookAlikeLetter => words.LookAlikeLetter,
            FindingKind.OddSpace => words.OddSpace,
            FindingKind.TrackedLink => words.TrackedLink,
            FindingKind.OwnersLink => words.OwnersLink,
            FindingKind.FileName => words.FileName,
            FindingKind.PictureWithoutWords => words.PictureWithoutWords,
            FindingKind.FacesInPicture => words.FacesInPicture,
            FindingKind.VerbatimRun => words.VerbatimRun,
            FindingKind.UnknownFence => words.UnknownFence,
            FindingKind.DroppedHtml => words.DroppedHtml,
            FindingKind.LostPicture => words.LostPicture,
            _ => throw new InvalidOperationException($"No words for {kind}."),
        };
}
