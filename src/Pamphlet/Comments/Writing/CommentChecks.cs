using Pamphlet.Forms;
using Pamphlet.Reading.Words;
using Pamphlet.Rendering;

namespace Pamphlet.Comments.Writing;

/// <summary>What is wrong with a sent comment, each with what to do about it.</summary>
internal static class CommentChecks
{
    public static FormFaults Of(
        SentForm form,
        UntrustedComment comment,
        CommentTarget target,
        IEnumerable<string> papersNames,
        Phrasebook words
    )
    {
        var (said, ours) = (words.Forms, words.Commenting);
        var faults = new List<FormFault>();
        if (target.IsAnsweredGone)
        {
            faults.Add(new FormFault(ours.AnsweredIsGone));
        }

        if (form.IsCut)
        {
            faults.Add(new FormFault(said.Cut, CommentDraft.TextField));
        }
        else if (comment.Typed.Length > ReadersText.MaxLength)
        {
            faults.Add(
                new FormFault(
                    said.TooLong.With(
                        "most",
                        words.Number(ReadersText.MaxLength),
                        "typed",
                        words.Number(comment.Typed.Length)
                    ),
                    CommentDraft.TextField
                )
            );
        }
        else if (
            comment.Markdown.Length < UntrustedComment.ShortestText
            || !CommentRenderer.Plain(comment.Markdown).Any(char.IsLetterOrDigit)
        )
        {
            faults.Add(new FormFault(said.Empty, CommentDraft.TextField));
        }

        if (form.IsDamaged)
        {
            faults.Add(new FormFault(said.Damaged, CommentDraft.TextField));
        }

        if (comment.Name is { } name && NameFault(name, papersNames, words) is { } fault)
        {
            faults.Add(new FormFault(fault, CommentDraft.NameField));
        }

        return faults.Count == 0 ? FormFaults.None : new FormFaults(faults);
    }

    // Somebody who writes under the paper's own name would speak for it.
    private static string? NameFault(string name, IEnumerable<string> papersNames, Phrasebook words) =>
        name.Length > UntrustedComment.LongestName
            ? words.Commenting.NameTooLong.With("most", words.Number(UntrustedComment.LongestName))
        : papersNames.Any(ours => string.Equals(Folded(ours), Folded(name), StringComparison.Ordinal))
            ? words.Commenting.NameIsOurs
        : null;

    private static string Folded(string name) => string.Concat(SearchFold.Of(name).Where(char.IsLetterOrDigit));
}
