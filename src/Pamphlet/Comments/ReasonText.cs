using Pamphlet.Reading.Words;

namespace Pamphlet.Comments;

/// <summary>Why a comment was taken away, in words for readers.</summary>
internal static class ReasonText
{
    public static string Of(RemovalReason reason, Phrasebook words) =>
        reason switch
        {
            RemovalReason.Advertising => words.Commenting.ReasonAdvertising,
            RemovalReason.Abuse => words.Commenting.ReasonAbuse,
            RemovalReason.Danger => words.Commenting.ReasonDanger,
            RemovalReason.OffSubject => words.Commenting.ReasonOffSubject,
            RemovalReason.Repeated => words.Commenting.ReasonRepeated,
            RemovalReason.Other => words.Commenting.ReasonOther,
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
}
