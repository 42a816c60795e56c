using Pamphlet.Verbs;

namespace Pamphlet.Tests.Verbs;

public sealed class MistypedTests
{
    [Theory]
    [InlineData("serve --prot 3", "--prot is no option of «serve». See: pamphlet serve --help")]
    [InlineData("export --source out", "--source is no option of «export». See: pamphlet export --help")]
    [InlineData(
        "export --databse=x out",
        "--databse is no option of «export». Did you mean --database? See: pamphlet export --help"
    )]
    [InlineData("serv", "There is no «serv». Did you mean serve? See: pamphlet --help")]
    [InlineData("frobnicate", "There is no «frobnicate». See: pamphlet --help")]
    [InlineData("keys shwo", "There is no «keys shwo». Did you mean show? See: pamphlet keys --help")]
    [InlineData("import", "Required argument missing for command: 'import'. See: pamphlet import --help")]
    public void What_was_typed_wrongly_is_what_is_blamed(string typed, string said) =>
        Assert.Equal(said, Mistyped.In(AllVerbs.Create().Parse(typed.Split(' '))));

    [Theory]
    [InlineData("export --as pages out")]
    [InlineData("import x --site paper.example")]
    [InlineData("import x --site https://paper.example/ --site nonsense")]
    public void A_value_that_is_none_is_refused_in_one_line(string typed)
    {
        var said = Mistyped.In(AllVerbs.Create().Parse(typed.Split(' ')));

        Assert.NotNull(said);
        Assert.DoesNotContain('\n', said);
        Assert.DoesNotContain('\t', said);
        Assert.DoesNotContain("\u0027Must", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("import takeout.zip --dry-run --site http://a.example --site http://b.example")]
    [InlineData("export -- --odd-name")]
    public void What_is_right_is_let_through(string typed) =>
        Assert.Null(Mistyped.In(AllVerbs.Create().Parse(typed.Split(' '))));

    [Fact]
    public async Task Asked_for_help_in_either_way_the_program_calls_itself_as_it_is_typed()
    {
        var (exit, said, _) = await TheProgram.RunAsync("help", "import");
        var (_, other, _) = await TheProgram.RunAsync("import", "--help");

        Assert.Equal(0, exit);
        Assert.Equal(other, said);
        Assert.Contains("pamphlet import <FILE|DIR|ZIP> [options]", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Pamphlet import", said, StringComparison.Ordinal);
    }
}
