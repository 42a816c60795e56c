using Pamphlet.Forms;

namespace Pamphlet.Comments.Writing;

/// <summary>What stands in the form.</summary>
internal sealed record CommentDraft(string Name, string Text, string TrustCode, bool KeepsSecret)
{
    public const string NameField = "name";
    public const string TextField = "text";
    public const string TrustField = "trust";
    public const string KeepField = "keep";

    public static CommentDraft Empty { get; } = new("", "", "", KeepsSecret: false);

    public static CommentDraft Of(SentForm form) =>
        new(form[NameField], form[TextField], form[TrustField], form.Has(KeepField));
}
