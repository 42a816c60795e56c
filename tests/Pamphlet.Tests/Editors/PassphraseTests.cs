using Pamphlet.Editors;

namespace Pamphlet.Tests.Editors;

public sealed class PassphraseTests
{
    [Fact]
    public void A_drawn_one_is_good_and_never_the_same()
    {
        var drawn = Enumerable.Range(0, 5_000).Select(_ => Passphrase.Draw()).ToList();

        Assert.Equal(5_000, drawn.Distinct().Count());
        Assert.All(drawn, one => Assert.Equal(PassphraseVerdict.Good, Passphrase.Judge(one)));
        Assert.All(drawn, one => Assert.True(Passphrase.IsDrawn(one)));
    }

    [Theory]
    [InlineData("ngắn quá", PassphraseVerdict.TooShort)]
    [InlineData("12345678901234567890", PassphraseVerdict.TooEasy)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", PassphraseVerdict.TooEasy)]
    [InlineData("passwordpassword123456", PassphraseVerdict.TooEasy)]
    [InlineData("abcabcabcabcabcabcabc", PassphraseVerdict.TooEasy)]
    [InlineData("qwertyuiopqwertyuiop", PassphraseVerdict.TooEasy)]
    [InlineData("the secret of Hoa Hồng", PassphraseVerdict.HoldsName)]
    [InlineData("kettle nobody warned the orchard", PassphraseVerdict.Good)]
    [InlineData("con cò lặn lội bờ sông đêm qua", PassphraseVerdict.Good)]
    public void One_made_up_is_judged(string typed, object verdict) =>
        Assert.Equal(verdict, Passphrase.Judge(typed, "hoa hồng", "A New Paper"));

    [Fact]
    public void The_same_letters_composed_and_decomposed_are_the_same_passphrase()
    {
        var hash = new PassphraseHash().HashPassword(null!, "tiếng Việt giàu đẹp lắm");

        var key = PassphraseHash.KeyOf(hash, "tiếng Việt giàu đẹp lắm".Normalize(System.Text.NormalizationForm.FormD));

        Assert.NotNull(key);
        Assert.Null(PassphraseHash.KeyOf(hash, "tieng Viet giau dep lam"));
    }

    [Fact]
    public void The_key_that_seals_is_not_in_what_is_kept()
    {
        var hash = new PassphraseHash().HashPassword(null!, "kettle nobody warned the orchard");

        var key = PassphraseHash.KeyOf(hash, "kettle nobody warned the orchard")!;

        Assert.DoesNotContain(Convert.ToBase64String(key).TrimEnd('='), hash, StringComparison.Ordinal);
    }
}
