using Pamphlet.Desk;

namespace Pamphlet.Editors;

/// <summary>The two questions that everybody answers who gets a place at the desk: a name and a passphrase.</summary>
internal sealed record NewAccount(string Name, string Passphrase)
{
    public const string NameField = "name";

    public static NewAccount Read(DeskForm form) => new(form[NameField], form.Raw(Editors.Passphrase.Field));

    /// <summary>Says what is wrong, in the visitor's words.</summary>
    public void Judge(Visit visit, Complaints complaints)
    {
        if (Name.Length == 0)
        {
            complaints.Add(NameField, visit.Words.Form.Missing);
        }
        else if (Name.Length > Editor.LongestName)
        {
            complaints.Add(NameField, visit.Words.Form.TooLong.With("most", $"{Editor.LongestName}"));
        }

        JudgePassphrase(visit, Passphrase, Name, complaints);
    }

    public static void JudgePassphrase(Visit visit, string typed, string name, Complaints complaints)
    {
        var words = visit.Words.Passphrase;
        var wrong = Editors.Passphrase.Judge(typed, name, visit.Paper.Name) switch
        {
            // One that the door would not look at.
            _ when typed.Length > Editors.Passphrase.Longest => visit.Words.Form.TooLong.With(
                "most",
                $"{Editors.Passphrase.Longest}"
            ),
            PassphraseVerdict.TooShort => words.TooShort,
            PassphraseVerdict.TooEasy => words.TooEasy,
            PassphraseVerdict.HoldsName => words.HoldsName,
            _ => "",
        };
        if (wrong.Length > 0)
        {
            complaints.Add(Editors.Passphrase.Field, wrong);
        }
    }
}
