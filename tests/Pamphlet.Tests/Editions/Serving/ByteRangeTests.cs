namespace Pamphlet.Tests.Editions.Serving;

public sealed class ByteRangeTests(BothWays both) : IClassFixture<BothWays>
{
    private const string Picture = "/media/0123456789abcdef.jpg";

    [Theory]
    [InlineData("bytes=0-9", "bytes 0-9/1000", "0000000000")]
    [InlineData("bytes=10-19", "bytes 10-19/1000", "0000000001")]
    [InlineData("bytes=990-", "bytes 990-999/1000", "0000000099")]
    [InlineData("bytes=-10", "bytes 990-999/1000", "0000000099")]
    [InlineData("bytes=995-5000", "bytes 995-999/1000", "00099")]
    [InlineData("BYTES= 0-0 ", "bytes 0-0/1000", "0")]
    [InlineData("bytes=5000-6000,0-0", "bytes 0-0/1000", "0")]
    public async Task A_broken_download_goes_on(string range, string content, string text)
    {
        var answer = await both.GetAsync(Picture, $"Range: {range}");

        Assert.Equal(206, answer.Status);
        Assert.Equal(content, answer["Content-Range"]);
        Assert.Equal(text, answer.Text);
        Assert.Equal("image/jpeg", answer["Content-Type"]);
    }

    [Theory]
    [InlineData("bytes=-1000000", 206)]
    [InlineData("bytes=1000-", 416)]
    [InlineData("bytes=1000-2000,3000-", 416)]
    [InlineData("bytes=-0", 416)]
    [InlineData("bytes=99999999999999999999-", 416)]
    [InlineData("bytes=9-0", 200)]
    [InlineData("bytes=", 200)]
    [InlineData("bytes=a-b", 200)]
    [InlineData("bytes=--5", 200)]
    [InlineData("bytes=+1-5", 200)]
    [InlineData("lines=0-9", 200)]
    [InlineData("bytes=0-,0-", 200)]
    [InlineData("bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8", 200)]
    public async Task What_is_no_part_of_the_file_is_refused_or_ignored(string range, int status)
    {
        var answer = await both.GetAsync(Picture, $"Range: {range}");

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 416 ? "bytes */1000" : answer["Content-Range"], answer["Content-Range"]);
        Assert.Equal(status == 416 ? 0 : 1000, answer.Body.Length);
    }

    [Fact]
    public async Task Several_parts_come_in_one_answer()
    {
        const string Request = $"GET {Picture} HTTP/1.1\r\nHost: paper\r\nRange: bytes=0-9, 990-\r\n\r\n";
        foreach (var server in new[] { both.Fast, both.Plain })
        {
            var answer = (await server.AskAsync(Request))!;
            var boundary = answer["Content-Type"]!.Split("boundary=")[1];

            Assert.Equal(206, answer.Status);
            Assert.Null(answer["Content-Range"]);
            Assert.Equal(
                $"\r\n--{boundary}\r\nContent-Type: image/jpeg\r\nContent-Range: bytes 0-9/1000\r\n\r\n0000000000"
                    + $"\r\n--{boundary}\r\nContent-Type: image/jpeg\r\nContent-Range: bytes 990-999/1000\r\n\r\n0000000099"
                    + $"\r\n--{boundary}--\r\n",
                answer.Text
            );
        }
    }

    [Theory]
    [InlineData("{0}", 206)]
    [InlineData("W/{0}", 200)]
    [InlineData("\"other\"", 200)]
    [InlineData("Sun, 22 Nov 2026 12:00:00 GMT", 200)]
    public async Task A_download_of_another_file_begins_anew(string condition, int status)
    {
        var tag = (await both.GetAsync(Picture))["ETag"]!;

        var answer = await both.GetAsync(
            Picture,
            "Range: bytes=0-9",
            $"If-Range: {string.Format(System.Globalization.CultureInfo.InvariantCulture, condition, tag)}"
        );

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Parts_of_a_page_are_parts_of_its_plain_form()
    {
        var answer = await both.GetAsync("/", "Range: bytes=0-8", "Accept-Encoding: gzip");

        Assert.Equal("<!DOCTYPE", answer.Text);
        Assert.Null(answer["Content-Encoding"]);
        Assert.Equal((await both.GetAsync("/"))["ETag"], answer["ETag"]);
    }

    [Fact]
    public async Task A_head_and_a_page_that_is_gone_have_no_parts()
    {
        var head = await both.AskAsync(
            $"HEAD {Picture} HTTP/1.1\r\nHost: paper\r\nRange: bytes=0-9\r\n\r\n",
            isHead: true
        );

        Assert.Equal(200, head.Status);
        Assert.Equal("1000", head["Content-Length"]);
        Assert.Equal(410, (await both.GetAsync("/2020/gone.html", "Range: bytes=0-1")).Status);
    }
}
