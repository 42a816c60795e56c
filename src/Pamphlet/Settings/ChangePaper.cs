using System.Globalization;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Reading.Words;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Settings;

/// <summary><c>/desk/settings</c>: how the paper is called and how its pages are laid out. What is saved makes a new edition.</summary>
internal static class ChangePaper
{
    public const int LongestName = 120;
    public const int LongestLine = 200;

    public static DeskPage Show(Visit visit) =>
        Form(
            visit,
            new Answers(
                visit.Paper.Name,
                visit.Paper.Line,
                visit.Paper.Language.Tag,
                "",
                visit.Paper.PostsPerPage.ToString(CultureInfo.InvariantCulture),
                $"{visit.Paper.PopularBy}"
            ),
            new Complaints()
        );

    public static async Task<IResult> SaveAsync(Visit visit, Database database, CancellationToken cancel)
    {
        var form = visit.Form;
        var answers = new Answers(
            form["paper"],
            form["line"],
            form[LanguageChoice.Field],
            form[LanguageChoice.OtherField],
            form["posts"],
            form["popular"]
        );
        var complaints = Judge(visit, answers);
        if (!complaints.IsEmpty)
        {
            return Form(visit, answers, complaints);
        }

        var paper = visit.Paper;
        (paper.Name, paper.Line) = (answers.Name, answers.Line);
        paper.Language = Language.From(answers.Spoken);
        paper.PostsPerPage = int.Parse(answers.Posts, CultureInfo.InvariantCulture);
        paper.PopularBy = string.Equals(answers.Popular, nameof(PopularBy.Editors), StringComparison.Ordinal)
            ? PopularBy.Editors
            : PopularBy.Readers;
        database.Add(new Change { PublicationId = paper.Id, Kind = ChangeKind.Paper });
        await database.SaveChangesAsync(cancel);
        return visit.SeeOther("/desk/settings", visit.Words.Settings.Saved);
    }

    private static Complaints Judge(Visit visit, Answers answers)
    {
        var words = visit.Words.Form;
        var complaints = new Complaints();
        if (answers.Name.Length == 0)
        {
            complaints.Add("paper", words.Missing);
        }
        else if (answers.Name.Length > LongestName)
        {
            complaints.Add("paper", words.TooLong.With("most", $"{LongestName}"));
        }

        if (answers.Line.Length > LongestLine)
        {
            complaints.Add("line", words.TooLong.With("most", $"{LongestLine}"));
        }

        if (!LanguageChoice.TryRead(answers.Spoken, out _))
        {
            complaints.Add(LanguageChoice.OtherField, words.NoLanguage);
        }

        var isNumber = int.TryParse(answers.Posts, NumberStyles.None, CultureInfo.InvariantCulture, out var posts);
        if (!isNumber || posts is < Publication.FewestPostsPerPage or > Publication.MostPostsPerPage)
        {
            complaints.Add("posts", PostsBetween(visit.Words.Settings.PostsWrong));
        }

        return complaints;
    }

    public static string PostsBetween(Phrase words) =>
        words.With("fewest", $"{Publication.FewestPostsPerPage}", "most", $"{Publication.MostPostsPerPage}");

    private static DeskPage Form(Visit visit, Answers answers, Complaints complaints) =>
        visit.Page(
            visit.Words.Settings.Title,
            () => new Settings_ChangePaper { Model = new(visit, answers, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    /// <summary>As they were typed.</summary>
    internal sealed record Answers(
        string Name,
        string Line,
        string Language,
        string OtherLanguage,
        string Posts,
        string Popular
    )
    {
        public string Spoken => LanguageChoice.Sent(Language, OtherLanguage);
    }

    internal sealed record Model(Visit Visit, Answers Answers, Complaints Complaints);
}
