using Pamphlet.Copies;
using Pamphlet.Editions.Shelving;
using Pamphlet.Mirrors;
using Pamphlet.Onion;
using Pamphlet.Signing;
using Pamphlet.Vault;

namespace Pamphlet.Verbs;

/// <summary>Opens a paper's keys and log for a verb that makes editions, and says in one line why it cannot.</summary>
internal static class OpenPaper
{
    /// <exception cref="OperatorMistake">The secret's file cannot be read, or the log is damaged.</exception>
    public static SignedPaper Run(PaperPlace place, Uri? home, EditionShelf shelf, bool attach = true)
    {
        try
        {
            var paper = SignedPaper.Open(place.Folder, Secret(place), home, shelf, TimeProvider.System, attach);
            var sisters = new SisterList(place.Folder);
            var copies = new CopyShelf(place.Folder);
            paper.Besides = () =>
                [new(SisterList.Path, sisters.ToBytes()), new(CopyList.Path, CopyList.Print(copies.All()))];
            paper.Mirrors = () => [.. sisters.All().Select(sister => sister.Address.AbsoluteUri)];
            paper.Copies = copies.All;
            paper.Onion = () => AnnouncedOnion.In(place.Folder);
            return paper;
        }
        catch (LogDamagedException damage)
        {
            throw new OperatorMistake(
                $"The log in {place.Folder} is damaged: {damage.Message}",
                "Put the folder log back from a backup or a mirror: a log that began anew would call every reader's copy a forgery.",
                damage
            );
        }
    }

    public static OperatorSecret? Secret(PaperPlace place)
    {
        try
        {
            return OperatorSecret.Find(place.SecretFile);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new OperatorMistake(
                $"The secret cannot be read ({cause.Message})",
                "Name its file: --secret-file FILE",
                cause
            );
        }
    }

    public static (string What, string Remedy) WhyLocked(VaultState state) =>
        state switch
        {
            VaultState.NeedsSecret => (
                "The paper's keys are locked with a secret that was not given.",
                "Give it: --secret-file FILE, or $PAMPHLET_SECRET."
            ),
            VaultState.WrongSecret => (
                "The secret that was given does not open the paper's keys.",
                "Give the right one."
            ),
            _ => (
                "The paper's keys are damaged or not all there.",
                "Put the folder keys back from a backup, or make a new log key: pamphlet keys renew."
            ),
        };
}
