using Pamphlet.Desk;
using Pamphlet.Seal.Letters;
using Pamphlet.Storage;
using QRCoder;

namespace Pamphlet.Letters.Keys;

/// <summary><c>POST /desk/letter-keys/paper</c>: the signing key as words and dots, once, for a sheet of paper.</summary>
internal static class ShowPaper
{
    public static async Task<IResult> ShowAsync(
        Visit visit,
        PostOffice office,
        CheckRing check,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        using var ring = await check.OpenAsync(visit, cancel);
        if (ring is null)
        {
            var complaints = new Complaints();
            complaints.Add("ring-paper", visit.Words.LetterKeys.WrongPassphrase);
            return await ShowKeys.PageAsync(visit, office, database, time, complaints, cancel);
        }

        var words = PaperWords.Write(ring.SigningSeed);
        using var dots = QRCodeGenerator.GenerateQrCode(string.Join(' ', words), QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(dots);
        // Within the page: an address of its own could be kept by a cache.
        var picture = drawing.GetGraphic(
            new System.Drawing.Size(240, 240),
            "#000",
            "#fff",
            sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute
        );
        var model = new PaperModel(visit, words, picture, ring.Signing.Public.Fingerprint);
        return visit.Page(visit.Words.LetterKeys.PaperTitle, () => new Letters_Keys_PaperPage { Model = model });
    }
}

internal sealed record PaperModel(Visit Visit, IReadOnlyList<string> Words, string Picture, string Fingerprint);
