using Pamphlet.Publications;
using Pamphlet.Reading.Words;
using Pamphlet.Tests.Writing;

namespace Pamphlet.Tests.Desk;

public sealed class LanguageChoiceTests
{
    [Fact]
    public async Task The_paper_is_offered_every_language_that_there_are_words_for_and_no_other()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();

        var settings = await mai.GetAsync("/desk/settings");

        var offered = settings.Page.QuerySelectorAll("#f-language option").Select(one => one.GetAttribute("value")!);
        Assert.Equal(Phrasebooks.All.Select(book => book.Language).Order(), offered.Order());
    }

    [Fact]
    public async Task Another_language_is_typed_by_its_tag()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        (string, string)[] answers =
        [
            ("paper", "Blatt"),
            ("line", ""),
            ("language", "en"),
            ("posts", "9"),
            ("popular", "Readers"),
        ];

        var wrong = await mai.PostAsync("/desk/settings", [.. answers, ("language-other", "deutsch")]);
        var saved = await mai.PostAsync("/desk/settings", [.. answers, ("language-other", "de")]);
        var again = await mai.GetAsync("/desk/settings");

        Assert.Equal((400, "deutsch"), (wrong.Status, wrong.Value("language-other")));
        Assert.NotNull(wrong.MessageAt("language-other"));
        Assert.Equal(303, saved.Status);
        Assert.Equal(("de", ""), (again.Value("language"), again.Value("language-other")));
        await using var open = desk.Database.Open();
        Assert.Equal("de", (await new PublicationStore(open).FirstAsync(TestDesk.Cancel))!.Language.Tag);
    }

    [Fact]
    public async Task A_text_may_be_in_a_language_of_which_nobody_has_words()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();

        var begun = await mai.PostAsync(
            "/desk/texts",
            ("title", "Ponctuation"),
            ("kind", "post"),
            ("language", "en"),
            ("language-other", "br")
        );
        var wrong = await mai.PostAsync(
            "/desk/texts",
            ("title", "Ponctuation"),
            ("kind", "post"),
            ("language", "en"),
            ("language-other", "brezhoneg")
        );
        var details = await mai.PostAsync($"{begun.Location}/details", ("language", "br"), ("language-other", "mnw"));

        Assert.Equal((303, 400, 303), (begun.Status, wrong.Status, details.Status));
        Assert.Equal(("Ponctuation", "brezhoneg"), (wrong.Value("title"), wrong.Value("language-other")));
        Assert.Equal("mnw", (await desk.PostAtAsync(begun.Location!)).Language.Tag);
    }
}
