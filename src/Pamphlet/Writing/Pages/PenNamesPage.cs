using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;
using Pamphlet.Writing.Names;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/names</c>: the paper's names. They are nobody's: no row says whose.</summary>
internal static class PenNamesPage
{
    private const int LongestAbout = 2000;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("names", ShowAsync).Requires(Act.Write).InMenu(12, words => words.Writing.Names.Title);
        desk.MapPost("names", AddAsync).Requires(Act.Write);
        desk.MapPost("names/{id}", ChangeAsync).Requires(Act.Edit);
    }

    private static Task<DeskPage> ShowAsync(Visit visit, Database database, CancellationToken cancel) =>
        PageAsync(visit, database, "", "", new Complaints(), cancel);

    private static async Task<IResult> AddAsync(Visit visit, Database database, CancellationToken cancel)
    {
        var (name, about, complaints) = (visit.Form["name"], visit.Form.Text("about").Trim(), new Complaints());
        Check(visit, "name", name, about, complaints);
        if (complaints.IsEmpty)
        {
            var (added, refusal) = await new PenNames(database, visit.Paper.Id).AddAsync(name, cancel);
            Complain(visit, "name", refusal, complaints);
            added?.About = about;
        }

        if (!complaints.IsEmpty)
        {
            return await PageAsync(visit, database, name, about, complaints, cancel);
        }

        await database.SaveChangesAsync(cancel);
        return visit.SeeOther("/desk/names", visit.Words.Writing.Names.Saved);
    }

    private static async Task<IResult> ChangeAsync(Visit visit, string id, Database database, CancellationToken cancel)
    {
        var names = new PenNames(database, visit.Paper.Id);
        var all = await names.AllAsync(cancel);
        if (all.Find(one => string.Equals(SentDetails.Digits(one.Id), id, StringComparison.Ordinal)) is not { } changed)
        {
            return Trouble.NotFound(visit);
        }

        var words = visit.Words.Writing.Names;
        if (visit.Form.Has("remove"))
        {
            if ((await names.TextsAsync(cancel)).ContainsKey(changed.Id))
            {
                return visit.SeeOther("/desk/names", words.InUse);
            }

            database.Remove(changed);
            await database.SaveChangesAsync(cancel);
            return visit.SeeOther("/desk/names", words.Removed);
        }

        var (name, about, complaints) = (visit.Form["name"], visit.Form.Text("about").Trim(), new Complaints());
        Check(visit, $"name-{id}", name, about, complaints);
        Complain(visit, $"name-{id}", complaints.IsEmpty ? PenNames.Refusal(name, all, changed.Id) : null, complaints);
        if (!complaints.IsEmpty)
        {
            return await PageAsync(visit, database, "", "", complaints, cancel);
        }

        (changed.Name, changed.About) = (name, about);
        new PublicationStore(database).Note(visit.Paper.Id, ChangeKind.Paper);
        await database.SaveChangesAsync(cancel);
        return visit.SeeOther("/desk/names", words.Saved);
    }

    private static void Check(Visit visit, string field, string name, string about, Complaints complaints)
    {
        if (name.Length == 0)
        {
            complaints.Add(field, visit.Words.Form.Missing);
        }
        else if (name.Length > PenNames.Longest || about.Length > LongestAbout)
        {
            complaints.Add(field, visit.Words.Form.TooLong.With("most", $"{PenNames.Longest}"));
        }
    }

    private static void Complain(Visit visit, string field, NameRefusal? refusal, Complaints complaints)
    {
        if (refusal is { } because)
        {
            var words = visit.Words.Writing.Names;
            complaints.Add(field, because == NameRefusal.Taken ? words.Taken : words.Mixed);
        }
    }

    private static async Task<DeskPage> PageAsync(
        Visit visit,
        Database database,
        string name,
        string about,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var names = new PenNames(database, visit.Paper.Id);
        // What was refused stands in the form, not in the list.
        database.ChangeTracker.Clear();
        var all = await names.AllAsync(cancel);
        var texts = await names.TextsAsync(cancel);
        return visit.Page(
            visit.Words.Writing.Names.Title,
            () => new Writing_Names { Model = new Model(visit, all, texts, name, about, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    internal sealed record Model(
        Visit Visit,
        IReadOnlyList<PenName> Names,
        IReadOnlyDictionary<PenNameId, int> Texts,
        string Name,
        string About,
        Complaints Complaints
    );
}
