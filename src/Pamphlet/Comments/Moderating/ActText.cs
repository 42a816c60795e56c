using Pamphlet.Reading.Words;

namespace Pamphlet.Comments.Moderating;

/// <summary>What was done, in words for readers.</summary>
internal static class ActText
{
    public static string Of(ModerationAct act, Phrasebook words) =>
        act switch
        {
            ModerationAct.Refused => words.Commenting.LogRefused,
            ModerationAct.Removed => words.Commenting.LogRemoved,
            ModerationAct.Restored => words.Commenting.LogRestored,
            ModerationAct.HeldByCrowd => words.Commenting.LogHeldByCrowd,
            ModerationAct.HeldByHand => words.Commenting.LogHeldByHand,
            ModerationAct.Released => words.Commenting.LogReleased,
            ModerationAct.Closed => words.Commenting.LogClosed,
            ModerationAct.TrustedOnly => words.Commenting.LogTrustedOnly,
            ModerationAct.Opened => words.Commenting.LogOpened,
            ModerationAct.CodesRevoked => words.Commenting.LogCodesRevoked,
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
}
