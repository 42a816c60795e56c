using Pamphlet.Desk;
using Pamphlet.Seal;

namespace Pamphlet.Mirrors;

/// <summary><c>/desk/places</c>: the onion's health, the mirrors that the editors consent to, and the copies that lie ready.</summary>
internal static class PlacesDesk
{
    public const int LongestAddress = 300;
    public const int LongestKey = 300;

    public static void Furnish(IServiceCollection desk, PaperPlaces places) => desk.AddSingleton(places);

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("places", Show)
            .Requires(Act.Settle)
            .InMenu(58, words => words.Places.Title)
            .TellsWhatWaits((visit, _, _) => Task.FromResult(Waiting(visit)));
        desk.MapPost("places/mirrors", Consent).Requires(Act.Settle);
        desk.MapPost("places/mirrors/remove", TakeBack).Requires(Act.Settle);
    }

    private static IReadOnlyList<WaitingThing> Waiting(Visit visit)
    {
        var places = visit.Context.RequestServices.GetRequiredService<PaperPlaces>();
        return [new("/desk/places", visit.Words.Places.DiskFullTitle, places.Press.IsDiskFull ? 1 : 0)];
    }

    private static DeskPage Show(Visit visit, PaperPlaces places) => Page(visit, places, "", "", new Complaints());

    private static IResult Consent(Visit visit, PaperPlaces places, TimeProvider time)
    {
        var (address, key) = (visit.Form["address"].Trim(), visit.Form["key"].Trim());
        var complaints = new Complaints();
        if (AddressIn(address) is not { } where)
        {
            complaints.Add("address", visit.Words.Places.AddressWrong);
        }

        if (!VerifierKey.TryParse(key, out var witness) || witness.Kind != KeyKind.Cosignature)
        {
            complaints.Add("key", visit.Words.Places.KeyWrong);
        }

        if (!complaints.IsEmpty || places.Sisters is not { } sisters)
        {
            return Page(visit, places, address, key, complaints);
        }

        sisters.Add(new Sister(AddressIn(address)!, witness!, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        places.Press.Reissue();
        return visit.SeeOther("/desk/places", visit.Words.Places.Consented);
    }

    private static IResult TakeBack(Visit visit, PaperPlaces places)
    {
        if (AddressIn(visit.Form["address"]) is not { } address || places.Sisters?.Remove(address) != true)
        {
            return Trouble.NotFound(visit);
        }

        places.Press.Reissue();
        return visit.SeeOther("/desk/places", visit.Words.Places.TakenBack);
    }

    private static Uri? AddressIn(string typed) =>
        typed.Length <= LongestAddress
        && Uri.TryCreate(typed.EndsWith('/') ? typed : $"{typed}/", UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && !address.AbsoluteUri.Contains(' ', StringComparison.Ordinal)
            ? address
            : null;

    private static DeskPage Page(Visit visit, PaperPlaces places, string address, string key, Complaints complaints) =>
        visit.Page(
            visit.Words.Places.Title,
            () => new Mirrors_Places { Model = new(visit, places, address, key, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    /// <param name="Address">As it was typed.</param>
    /// <param name="Key">As it was typed.</param>
    internal sealed record Model(Visit Visit, PaperPlaces Places, string Address, string Key, Complaints Complaints);
}
