using Pamphlet.Desk;
using Pamphlet.Letters.Corresponding;

namespace Pamphlet.Letters.Between;

/// <summary>«Is this they?»: a key that answered or signed, what it says of itself, and what is known already.</summary>
/// <param name="Paper">Its id.</param>
/// <param name="Contact">Null: nobody said yet.</param>
/// <param name="Claim">Null: it says nothing of itself.</param>
/// <param name="Namesake">A paper that is known with another key, and lives where this one says that it does.</param>
internal sealed record PaperQuestion(
    Visit Visit,
    string Paper,
    PaperContact? Contact,
    PaperClaim? Claim,
    PaperContact? Namesake,
    Complaints Complaints
)
{
    public string Name => Typed(DecidePaper.NameField) ?? Contact?.Name ?? Claim?.Name ?? "";

    public string Address => Typed(DecidePaper.AddressField) ?? Contact?.Address ?? Claim?.Address ?? "";

    public static PaperQuestion Of(Visit visit, Notes notes, string paper, PaperClaim? claim, Complaints complaints)
    {
        bool Is(PaperContact one) => string.Equals(one.Paper, paper, StringComparison.Ordinal);
        var address = PaperContact.AddressIn(claim?.Address ?? "");
        return new PaperQuestion(
            visit,
            paper,
            notes.Papers.Find(Is),
            claim,
            address is null ? null : notes.Papers.Find(one => !Is(one) && one.LivesAt(address)),
            complaints
        );
    }

    private string? Typed(string field) => Complaints[DecidePaper.AddressField].Length > 0 ? Visit.Form[field] : null;
}
