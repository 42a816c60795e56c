using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Tests.Letters;

/// <summary>Words that stand nowhere else on this machine.</summary>
internal sealed class Secrets
{
    private readonly List<string> all = [];

    public Secrets()
    {
        Words = New("tôi làm ở kho");
        Subject = New("kho");
        FileName = New("giay-to") + ".pdf";
        Answer = New("xin kể thêm");
        Broken = New("chưa gửi xong");
        BrokenName = New("hinh") + ".jpg";
        TooLong = New("dài");
        LargeName = New("phim") + ".mp4";
        Mistyped = New("abandon").Replace(' ', 'x');
        Sought = New("tìm");
        Missing = New("khong-co").Replace(' ', '-');
        Comment = New("lời bàn");
        Passphrase = New("mật khẩu");
        Agent = New("Mozilla/5.0 (Bphone)").Replace('ậ', 'a');
        Referrer = New("tu-dau").Replace(' ', '-');
        Cookie = New("banh").Replace(' ', '-');
        Address = string.Create(CultureInfo.InvariantCulture, $"203.0.113.{RandomNumberGenerator.GetInt32(100, 250)}");
        all.Add(Address);
        Content = New("trong tệp");
    }

    public IReadOnlyList<string> All => all;

    public string Words { get; }

    public string Subject { get; }

    public string FileName { get; }

    public string Answer { get; }

    public string Broken { get; }

    public string BrokenName { get; }

    public string TooLong { get; }

    public string LargeName { get; }

    public string Mistyped { get; }

    public string Sought { get; }

    public string Missing { get; }

    public string Comment { get; }

    public string Passphrase { get; }

    public string Agent { get; }

    public string Referrer { get; }

    public string Cookie { get; }

    public string Address { get; }

    private string Content { get; }

    /// <summary>A file full of a secret.</summary>
    public byte[] File(int length)
    {
        var line = Encoding.UTF8.GetBytes($"{Content}\n");
        var file = new byte[length];
        for (var at = 0; at < length; at++)
        {
            file[at] = line[at % line.Length];
        }

        return file;
    }

    // What is searched is the drawn half: the other may stand elsewhere, and makes it a text in letters of its own.
    private string New(string beginning)
    {
        var drawn = RandomNumberGenerator.GetHexString(16, lowercase: true);
        all.Add(drawn);
        return $"{beginning} {drawn}";
    }
}
