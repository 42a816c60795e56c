using Pamphlet.Posts;
using Pamphlet.Reading.Words;

namespace Pamphlet.Reading;

/// <summary>Which slice shows a plan, and what the layout says of it.</summary>
internal static class PageFrame
{
    public static Frame For(PagePlan plan, Catalogue catalogue, Func<PostId, Article> articleOf)
    {
        var words = Phrasebooks.For(catalogue.Paper.Language);
        return plan switch
        {
            FrontPlan front => Of(Sheet(front), sheet => new Reading_Front { Model = sheet }, ""),
            ListPlan list => Of(Sheet(list), sheet => new Reading_List { Model = sheet }, TitleOf(list, words)),
            PostPlan post => OfText(Sheet(post), sheet => new Reading_Post { Model = sheet }, post.Card) with
            {
                TakesMentions = catalogue.Paper.TakesMentions && post.Card.CommentsOpen,
            },
            StandingPlan page => OfText(Sheet(page), sheet => new Reading_Standing { Model = sheet }, page.Card),
            SeriesPlan series => Of(Sheet(series), sheet => new Reading_Series { Model = sheet }, series.Title),
            ArchivePlan archive => Of(
                Sheet(archive),
                sheet => new Reading_Archive { Model = sheet },
                words.Page.Archive
            ),
            YearPlan year => Of(Sheet(year), sheet => new Reading_Year { Model = sheet }, words.Figure(year.Year)),
            MonthPlan month => Of(
                Sheet(month),
                sheet => new Reading_Month { Model = sheet },
                words.Dates.WriteMonth(month.Month.Year, month.Month.Month, words)
            ),
            TagsPlan tags => Of(Sheet(tags), sheet => new Reading_Tags { Model = sheet }, words.Page.Tags),
            AuthorsPlan authors => Of(
                Sheet(authors),
                sheet => new Reading_Authors { Model = sheet },
                words.Page.Authors
            ),
            SearchPlan search => Of(
                Sheet(search),
                sheet => new Reading_Search { Model = sheet },
                words.Search.Heading
            ) with
            {
                IsFindable = false,
            },
            GonePlan gone => Of(Sheet(gone), sheet => new Reading_Gone { Model = sheet }, words.Absence.Gone) with
            {
                IsFindable = false,
            },
            _ => ForDiscussion(plan, catalogue, articleOf),
        };

        Sheet<TPlan> Sheet<TPlan>(TPlan of)
            where TPlan : PagePlan => new(of, catalogue, articleOf);
    }

    public static Frame For(SearchAnswer answer, Catalogue catalogue)
    {
        var sheet = new Sheet<SearchPlan>(new SearchPlan(), catalogue, NoArticle);
        var said = sheet.Words.Search;
        return Of(
            sheet,
            page => new Reading_SearchResults { Model = (page, answer) },
            answer.Typed.Length == 0 ? said.Heading : said.ResultsFor.With("words", answer.Typed)
        ) with
        {
            IsFindable = false,
            IsOfEdition = false,
        };
    }

    public static Frame For(
        FormPlan plan,
        Func<Phrasebook, string> title,
        Func<Sheet, RazorSlices.RazorSlice> slice,
        Catalogue catalogue
    )
    {
        var sheet = new Sheet<FormPlan>(plan, catalogue, NoArticle);
        return Of(sheet, slice, title(sheet.Words)) with { IsFindable = false, IsOfEdition = false };
    }

    public static Frame For(SealFacts facts, Catalogue catalogue)
    {
        var sheet = new Sheet<VerifyPlan>(new VerifyPlan(), catalogue, NoArticle);
        return Of(sheet, page => new Reading_Verify { Model = (page, facts) }, sheet.Words.Verify.Heading);
    }

    public static Frame For(CopyFacts facts, Catalogue catalogue)
    {
        var sheet = new Sheet<CopiesPlan>(new CopiesPlan(), catalogue, NoArticle);
        return Of(sheet, page => new Reading_Copies { Model = (page, facts) }, sheet.Words.Copies.Heading);
    }

    private static Frame ForDiscussion(PagePlan plan, Catalogue catalogue, Func<PostId, Article> articleOf)
    {
        var words = Phrasebooks.For(catalogue.Paper.Language);
        return plan switch
        {
            DiscussionPlan later => Of(
                Sheet(later),
                sheet => new Reading_LaterDiscussion { Model = sheet },
                $"{later.Card.Title} – {words.Lists.Page.With("number", words.Figure(later.Number))}"
            ) with
            {
                IsFindable = false,
            },
            RecentCommentsPlan recent => Of(
                Sheet(recent),
                sheet => new Reading_RecentComments { Model = sheet },
                words.Commenting.Recent
            ),
            ModerationLogPlan log => Of(
                Sheet(log),
                sheet => new Reading_ModerationLog { Model = sheet },
                words.Commenting.LogHeading
            ),
            RulesPlan rules => Of(
                Sheet(rules),
                sheet => new Reading_Rules { Model = sheet },
                words.Commenting.RulesHeading
            ),
            LettersPlan letters => Of(
                Sheet(letters),
                sheet => new Reading_WriteToUs { Model = sheet },
                words.Letters.Heading
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(plan), plan.GetType().Name, "No slice shows this."),
        };

        Sheet<TPlan> Sheet<TPlan>(TPlan of)
            where TPlan : PagePlan => new(of, catalogue, articleOf);
    }

    private static Article NoArticle(PostId id) =>
        throw new InvalidOperationException("A page that is made when it is asked for shows no whole text.");

    private static Frame Of<TPlan>(Sheet<TPlan> sheet, Func<Sheet<TPlan>, RazorSlices.RazorSlice> slice, string title)
        where TPlan : PagePlan => new(sheet, slice(sheet), title);

    private static Frame OfText<TPlan>(Sheet<TPlan> sheet, Func<Sheet<TPlan>, RazorSlices.RazorSlice> slice, Card card)
        where TPlan : PagePlan => new(sheet, slice(sheet), card.Title, card.Summary, sheet.VersionsOf(card));

    private static string TitleOf(ListPlan list, Phrasebook words)
    {
        var page = list.Number is { } number ? words.Lists.Page.With("number", words.Figure(number)) : "";
        return list.Title.Length == 0 ? page
            : page.Length == 0 ? list.Title
            : $"{list.Title} – {page}";
    }
}
