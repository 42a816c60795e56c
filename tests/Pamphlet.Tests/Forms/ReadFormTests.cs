using System.Text;
using Microsoft.AspNetCore.Http;
using Pamphlet.Forms;

namespace Pamphlet.Tests.Forms;

public sealed class ReadFormTests
{
    [Fact]
    public async Task Fields_are_read_as_browsers_send_them()
    {
        var form = await ReadAsync(
            "name=Mai+Lan&text=C%C3%B4ng+%C4%91%C3%A0n%0D%0A%26+b%C3%A1nh&empty=&flag&text=second"
        );

        Assert.Equal("Mai Lan", form["name"]);
        Assert.Equal("Công đàn\r\n& bánh", form["text"]);
        Assert.Equal(["Công đàn\r\n& bánh", "second"], form.All("text"));
        Assert.True(form.Has("flag") && form.Has("empty") && !form.Has("absent"));
        Assert.False(form.IsCut || form.IsDamaged || form.IsFromElsewhere);
    }

    [Theory]
    [InlineData("text=%C4", "�")]
    [InlineData("text=ok%ED%A0%80", "ok���")]
    [InlineData("text=%FF%FEa", "��a")]
    public async Task Damaged_letters_are_said_to_be_and_the_rest_is_kept(string body, string expected)
    {
        var form = await ReadAsync(body);

        Assert.True(form.IsDamaged);
        Assert.Equal(expected, form["text"]);
    }

    [Theory]
    [InlineData("text=100%", "100%")]
    [InlineData("text=%zz%4", "%zz%4")]
    [InlineData("text=a=b", "a=b")]
    [InlineData("&&&=x&text=y", "y")]
    public async Task What_is_oddly_written_is_taken_as_it_stands(string body, string expected) =>
        Assert.Equal(expected, (await ReadAsync(body))["text"]);

    [Fact]
    public async Task A_form_that_is_too_long_keeps_its_beginning_and_says_so()
    {
        var form = await ReadAsync("text=" + new string('a', 5000), most: 1000);

        Assert.True(form.IsCut);
        Assert.Equal(new string('a', 995), form["text"]);
    }

    [Fact]
    public async Task Ten_thousand_fields_are_not_kept()
    {
        var form = await ReadAsync(string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"f{i}=x")));

        Assert.True(form.Has("f0"));
        Assert.False(form.Has("f9999"));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json")]
    [InlineData(null)]
    public async Task Another_kind_of_body_is_no_form(string? type) =>
        Assert.False((await ReadAsync("text=x", type: type)).Has("text"));

    [Theory]
    [InlineData("cross-site", true)]
    [InlineData("same-site", true)]
    [InlineData("same-origin", false)]
    [InlineData("none", false)]
    public async Task A_form_that_another_site_sent_is_known(string site, bool expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["Sec-Fetch-Site"] = site;

        var form = await ReadForm.Async(context.Request, 100, TestContext.Current.CancellationToken);

        Assert.Equal(expected, form.IsFromElsewhere);
    }

    private static Task<SentForm> ReadAsync(
        string body,
        int most = 1 << 20,
        string? type = "application/x-www-form-urlencoded"
    )
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = type;
        context.Request.Body = new MemoryStream(Encoding.ASCII.GetBytes(body));
        return ReadForm.Async(context.Request, most, TestContext.Current.CancellationToken);
    }
}
