using Pamphlet.Desk.Words;

namespace Pamphlet.Comments.Moderating;

/// <summary>Why a comment waits, in sentences for editors.</summary>
internal static class SignText
{
    public static IEnumerable<string> Of(HoldReasons reasons, ModeratingWords words) =>
        Enum.GetValues<HoldReasons>()
            .Where(reason => reason != HoldReasons.None && reasons.HasFlag(reason))
            .Select(reason =>
                reason switch
                {
                    HoldReasons.ReadFirst => words.SignReadFirst,
                    HoldReasons.Links => words.SignLinks,
                    HoldReasons.NearText => words.SignNear,
                    HoldReasons.MixedScripts => words.SignScripts,
                    HoldReasons.UnwantedHost => words.SignHost,
                    HoldReasons.LooksRemoved => words.SignLooks,
                    HoldReasons.Crowd => words.SignCrowd,
                    HoldReasons.ByHand => words.SignByHand,
                    HoldReasons.Trap => words.SignTrap,
                    HoldReasons.Mention => words.SignMention,
                    _ => throw new ArgumentOutOfRangeException(nameof(reasons)),
                }
            );
}
