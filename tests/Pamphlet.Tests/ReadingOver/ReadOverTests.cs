using Pamphlet.ReadingOver;

namespace Pamphlet.Tests.ReadingOver;

/// <summary>What the second pair of eyes sees, in sentences as people write them; and what it must let pass.</summary>
public sealed class ReadOverTests
{
    [Theory]
    [InlineData("Gọi cho chị Hoa: 0912 345 678 nhé.", FindingKind.PhoneNumber, "0912 345 678")]
    [InlineData("Số 0912345678 vẫn còn dùng.", FindingKind.PhoneNumber, "0912345678")]
    [InlineData("Call +84 91 234 56 78 at night.", FindingKind.PhoneNumber, "+84 91 234 56 78")]
    [InlineData("(+84) 912-345-678", FindingKind.PhoneNumber, "(+84) 912-345-678")]
    [InlineData("Văn phòng: 024 3825 1234.", FindingKind.PhoneNumber, "024 3825 1234")]
    [InlineData("Ring 0044 20 7946 0958 and ask.", FindingKind.PhoneNumber, "0044 20 7946 0958")]
    [InlineData("Tel. 7946 0958", FindingKind.PhoneNumber, "7946 0958")]
    [InlineData("تلفن: ۰۹۱۲۳۴۵۶۷۸۹", FindingKind.PhoneNumber, "۰۹۱۲۳۴۵۶۷۸۹")]
    [InlineData("In 2019 0912 345 678 answered.", FindingKind.PhoneNumber, "0912 345 678")]
    [InlineData(
        "Write to mai.lan+paper@mail.example.org today.",
        FindingKind.MailAddress,
        "mai.lan+paper@mail.example.org"
    )]
    [InlineData("mailan (at) example (dot) org", FindingKind.MailAddress, "mailan (at) example (dot) org")]
    [InlineData("CCCD 001 099 123456 của anh", FindingKind.IdentityNumber, "001 099 123456")]
    [InlineData("Căn cước 079185001234.", FindingKind.IdentityNumber, "079185001234")]
    [InlineData("Chứng minh 012345678 cấp ở Hà Nội", FindingKind.IdentityNumber, "012345678")]
    [InlineData("Passport no. B1234567 was taken.", FindingKind.IdentityNumber, "B1234567")]
    [InlineData("His SSN is 219-09-9999.", FindingKind.IdentityNumber, "219-09-9999")]
    [InlineData("11010519491231002X", FindingKind.IdentityNumber, "11010519491231002X")]
    [InlineData("DNI 12345678Z", FindingKind.IdentityNumber, "12345678Z")]
    [InlineData("Send it to DE89 3704 0044 0532 0130 00.", FindingKind.AccountNumber, "DE89 3704 0044 0532 0130 00")]
    [InlineData("The card 4111 1111 1111 1111 was charged.", FindingKind.AccountNumber, "4111 1111 1111 1111")]
    [InlineData("STK 19034567890123 Techcombank", FindingKind.AccountNumber, "19034567890123")]
    [InlineData("Chiếc xe 29A-123.45 đỗ trước cửa.", FindingKind.Plate, "29A-123.45")]
    [InlineData("59-X1 123.45", FindingKind.Plate, "59-X1 123.45")]
    [InlineData("A car with the plate HH-AB 1234 waited.", FindingKind.Plate, "HH-AB 1234")]
    [InlineData("We met at 10.77690, 106.70090 again.", FindingKind.Coordinates, "10.77690, 106.70090")]
    [InlineData("10°46'37\"N", FindingKind.Coordinates, "10°46'37\"N")]
    [InlineData("The house is at 7P28QPG2+XC.", FindingKind.Coordinates, "7P28QPG2+XC")]
    [InlineData("The server was 203.113.131.7 then.", FindingKind.NetworkAddress, "203.113.131.7")]
    [InlineData("from 2001:ee0:4f8c:1a2b::7 at noon", FindingKind.NetworkAddress, "2001:ee0:4f8c:1a2b::7")]
    [InlineData("card 00:1A:2B:3C:4D:5E", FindingKind.NetworkAddress, "00:1A:2B:3C:4D:5E")]
    [InlineData("the se\u200Bcret meeting", FindingKind.HiddenCharacter, "se⟨U+200B⟩cret")]
    [InlineData("mark\U000E0041 here", FindingKind.HiddenCharacter, "mark⟨U+E0041⟩")]
    [InlineData("a\u200Cb in Latin", FindingKind.HiddenCharacter, "a⟨U+200C⟩b")]
    [InlineData("The pаper was read.", FindingKind.LookAlikeLetter, "pаper")]
    [InlineData("Он сказал: «cлово».", FindingKind.LookAlikeLetter, "cлово")]
    [InlineData("He signed as ‘Сора’ twice.", FindingKind.LookAlikeLetter, "Сора")]
    [InlineData("Người Ðà Nẵng", FindingKind.LookAlikeLetter, "Ðà")]
    [InlineData("::: figur", FindingKind.UnknownFence, "::: figur")]
    [InlineData("::: lang of the sea", FindingKind.UnknownFence, "::: lang of the sea")]
    [InlineData("- ::: epigraf", FindingKind.UnknownFence, "::: epigraf")]
    [InlineData("Here <script>x</script> it was.", FindingKind.DroppedHtml, "<script>")]
    [InlineData("<p onclick='x'>Words</p>", FindingKind.DroppedHtml, "onclick=")]
    [InlineData("<a href='javascript:x'>Words</a>", FindingKind.DroppedHtml, "javascript:")]
    [InlineData("![A map](https://maps.example/1.png)", FindingKind.LostPicture, "https://maps.example/1.png")]
    [InlineData(
        "<img alt='' src=\"https://maps.example/2.png\">",
        FindingKind.LostPicture,
        "https://maps.example/2.png"
    )]
    [InlineData("odd\u2005space", FindingKind.OddSpace, "⟨U+2005⟩")]
    [InlineData("a line with a tail \t ", FindingKind.OddSpace, "⟨␣⟩")]
    [InlineData(
        "See https://docs.google.com/document/d/1AbC/edit.",
        FindingKind.OwnersLink,
        "https://docs.google.com/document/d/1AbC/edit"
    )]
    [InlineData("[join](https://t.me/+AbCdEf)", FindingKind.OwnersLink, "https://t.me/+AbCdEf")]
    [InlineData("ftp://lan@files.example/x", FindingKind.OwnersLink, "ftp://lan@files.example/x")]
    [InlineData("Đơn nằm trong NguyenVanA_don.docx đó.", FindingKind.FileName, "NguyenVanA_don.docx")]
    [InlineData(@"C:\Users\hoa.tran\Desktop\a", FindingKind.FileName, @"C:\Users\hoa.tran")]
    public void What_could_harm_is_seen_with_the_words_that_stand_there(string line, object kind, string quoted)
    {
        var found = ReadOver.Of(new TextToRead("A title", "First line.\n\n" + line));

        var finding = Assert.Single(found, one => one.Kind == (FindingKind)kind);
        Assert.Equal(quoted, finding.Quoted);
        Assert.Equal((Place.Text, 3), (finding.Spots[0].Place, finding.Spots[0].Line));
    }

    [Theory]
    [InlineData("From 1945 to 1975, in 12 villages, 1,234,567 people; 3.141592 and 0.577215664.")]
    [InlineData("On 01.02.2019 03 trucks came; 2019-05-12 08:30:45; 12/05/2019 – 13/05/2019.")]
    [InlineData("ISBN 978-604-77-1234-5, ISBN 0-306-40615-2, doi 10.1000/182.")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12")]
    [InlineData("See section 1.2.3.4, version 2.10.0.1; listen at 127.0.0.1.")]
    [InlineData("فارسی می‌نویسم و نامه‌ها را می‌خوانم.")]
    [InlineData("Она сказала: «Привет». А я — ничего.")]
    [InlineData("α-particles and Δt; a family 👨‍👩‍👧 and ☀️ shine.")]
    [InlineData("«\u00A0Bonjour\u00A0», 12\u00A0km, 5\u202F%\u00A0!")]
    [InlineData("https://example.org/2019/05/0912345678/report.pdf?id=079185001234")]
    [InlineData("Two spaces break  \na line.")]
    [InlineData("Bánh mì 25.000 đồng, 1.234.567.890 đồng; Điều 79, 88, 258 Bộ luật Hình sự 2015.")]
    [InlineData("The scores were 10-8, 12-10 and 11-9; §§ 12-14; pp. 123-456.")]
    [InlineData("Follow @hoa at https://social.example/@hoa.")]
    [InlineData("::: interview Mai Lan, Hoa\n**Mai:** 12:30?\n:::")]
    public void What_only_looks_like_it_is_let_pass(string text)
    {
        var found = ReadOver.Of(new TextToRead("A title", text));

        Assert.Empty(found.Select(one => $"{one.Kind}: {one.Quoted}"));
    }

    [Theory]
    [InlineData("https://paper.example/a?fbclid=IwAR0x", "https://paper.example/a")]
    [InlineData("https://paper.example/a?id=7&utm_source=fb&utm_medium=x#s-b", "https://paper.example/a?id=7#s-b")]
    [InlineData("https://youtu.be/abc?si=QWErty", "https://youtu.be/abc")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fpaper.example%2Fb&h=AT0", "https://paper.example/b")]
    [InlineData("https://x.com/a/status/1?s=20&t=abc", "https://x.com/a/status/1")]
    public void A_link_that_follows_people_comes_with_the_one_that_does_not(string link, string instead)
    {
        var found = ReadOver.Of(new TextToRead("A title", $"Read [this]({link}), please."));

        Assert.Equal((link, instead), (Assert.Single(found).Quoted, found[0].Instead));
    }

    [Fact]
    public void A_plain_question_in_an_address_is_no_tracking()
    {
        var found = ReadOver.Of(new TextToRead("A title", "https://paper.example/search?q=t&s=1&page=2"));

        Assert.Empty(found);
    }

    [Fact]
    public void A_word_of_the_list_is_found_in_any_case_over_a_line_and_under_the_text()
    {
        var text = new TextToRead("Về Nguyen Van A", "Ông nguyễn\nvăn A nói.\n\nMột ngu\u200Byễn văn a khác.")
        {
            Names = ["Nguyễn-Văn-A"],
            Slug = "ve-nguyen-van-a",
            IsNeverPublished = words => words == "nguyen van a",
        };

        var found = ReadOver.Of(text).Where(one => one.Kind == FindingKind.NeverPublish).SelectMany(one => one.Spots);

        Assert.Equal(
            [(Place.Title, 0), (Place.Name, 0), (Place.Address, 0), (Place.Text, 1), (Place.Text, 4)],
            found.Select(spot => (spot.Place, spot.Line)).OrderBy(spot => spot.Place).ThenBy(spot => spot.Line)
        );
    }

    [Fact]
    public void A_picture_asks_for_words_and_about_faces_until_it_was_blurred()
    {
        const string Text = "![](picture:0123456789abcdef)\n\n![A loom](picture:00000000000000aa)";
        var blurred = new HashSet<string>(StringComparer.Ordinal) { "00000000000000aa" };

        var found = ReadOver.Of(new TextToRead("A title", Text) { Blurred = blurred });

        Assert.Equal(
            [(FindingKind.PictureWithoutWords, "0123456789abcdef"), (FindingKind.FacesInPicture, "0123456789abcdef")],
            found.Select(one => (one.Kind, one.Quoted))
        );
    }

    [Fact]
    public void Words_taken_over_from_a_letter_are_quoted_and_few_words_are_not()
    {
        const string Letter = "Tôi làm ở kho, và đêm ấy chính tôi đã thấy ba chiếc xe tải chở hồ sơ đi.";
        const string Text =
            "Một người làm ở kho kể lại.\n\n«Đêm ấy chính tôi đã thấy ba chiếc xe tải chở hồ sơ đi», người ấy nói.";

        var found = ReadOver.Of(new TextToRead("Hồ sơ", Text) { Given = [Letter] });

        var run = Assert.Single(found, one => one.Kind == FindingKind.VerbatimRun);
        Assert.Equal("Đêm ấy chính tôi đã thấy ba chiếc xe tải chở hồ sơ đi", run.Quoted);
        Assert.Equal(3, run.Spots[0].Line);
    }

    [Fact]
    public void An_answer_stays_with_the_words_when_they_move_and_goes_when_they_change()
    {
        var before = Assert.Single(ReadOver.Of(new TextToRead("A title", "Call 0912 345 678.")));
        var moved = Assert.Single(ReadOver.Of(new TextToRead("A title", "Once.\n\nPlease call 0912 345 678 twice.")));
        var changed = Assert.Single(ReadOver.Of(new TextToRead("A title", "Call 0912 345 679.")));

        Assert.Equal(before.Id, moved.Id);
        Assert.NotEqual(before.Id, changed.Id);
    }

    [Fact]
    public void The_same_words_in_several_places_are_one_finding()
    {
        var found = ReadOver.Of(new TextToRead("A title", "0912 345 678\n\n0912 345 678"));

        Assert.Equal([1, 3], Assert.Single(found).Spots.Select(spot => spot.Line));
    }

    [Fact]
    public void A_long_text_of_nearly_everything_is_read_in_linear_work()
    {
        var one = string.Concat(Enumerable.Repeat("0912 a@b.c 10.1 :: 12:34: ((((( https://a.example/?a=b& ", 200));
        var text = new TextToRead(
            "A title",
            one + "\n" + string.Concat(Enumerable.Repeat("1 ", 50_000)) + new string('a', 100_000)
        );

        var found = ReadOver.Of(text);

        Assert.All(found, finding => Assert.NotEmpty(finding.Spots));
    }
}
