using System.Text;
using Pamphlet.Editors;

namespace Pamphlet.Tests.Editors;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, its last six figures.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_what_the_standard_says(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Secret, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void A_clock_may_be_one_step_off(int seconds, bool isTaken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);

        var step = Totp.StepOf(Secret, Totp.CodeAt(Secret, now.AddSeconds(seconds)), now);

        Assert.Equal(isTaken, step is not null);
    }

    [Fact]
    public void A_secret_is_written_as_programs_read_it_and_read_again()
    {
        var text = Totp.ToBase32(Secret);

        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", text);
        Assert.Equal(Secret, Totp.FromBase32(text));
        Assert.Null(Totp.FromBase32("GEZD"));
        Assert.Null(Totp.FromBase32(text.ToLowerInvariant()));
    }
}
