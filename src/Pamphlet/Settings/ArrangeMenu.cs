using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Settings;

/// <summary><c>/desk/settings/menu</c>: which pages stand in the menu, and in which order.</summary>
internal static class ArrangeMenu
{
    private const int LastPlace = 99;

    public static async Task<DeskPage> ShowAsync(Visit visit, Database database, CancellationToken cancel) =>
        Form(visit, await PagesAsync(visit, database, cancel), new Complaints());

    public static async Task<IResult> SaveAsync(Visit visit, Database database, CancellationToken cancel)
    {
        var complaints = new Complaints();
        var pages = await PagesAsync(visit, database, cancel);
        var wished = pages.ConvertAll(page =>
            visit.Form.Has(page.Field) ? page with { Place = visit.Form[page.Field] } : page
        );
        foreach (var page in wished.Where(page => page.Place.Length > 0 && Read(page.Place) is null))
        {
            complaints.Add(page.Field, visit.Words.Settings.Menu.PlaceWrong);
        }

        if (!complaints.IsEmpty)
        {
            return Form(visit, wished, complaints);
        }

        foreach (var page in wished.Where((page, i) => Read(page.Place) != Read(pages[i].Place)))
        {
            var post = await database
                .Set<Post>()
                .SingleAsync(one => one.PublicationId == visit.Paper.Id && one.Id == page.Id, cancel);
            post.MenuPlace = Read(page.Place);
            new PublicationStore(database).Note(visit.Paper.Id, ChangeKind.Post, page.Id);
        }

        await database.SaveChangesAsync(cancel);
        return visit.SeeOther("/desk/settings/menu", visit.Words.Settings.Saved);
    }

    /// <summary>The public pages, and whatever else an import put into the menu; first what stands in it.</summary>
    private static async Task<List<Row>> PagesAsync(Visit visit, Database database, CancellationToken cancel)
    {
        var found = await database
            .Set<Post>()
            .Where(post => post.PublicationId == visit.Paper.Id && post.State == PostState.Published)
            .Where(post => post.Kind != PostKind.Post || post.MenuPlace != null)
            .Select(post => new
            {
                post.Id,
                post.Title,
                post.Path,
                post.MenuPlace,
            })
            .ToListAsync(cancel);
        return
        [
            .. found
                .OrderBy(post => post.MenuPlace ?? int.MaxValue)
                .ThenBy(post => post.Path, StringComparer.Ordinal)
                .Select(post => new Row(
                    post.Id,
                    post.Title,
                    post.Path ?? "",
                    post.MenuPlace?.ToString(CultureInfo.InvariantCulture) ?? ""
                )),
        ];
    }

    private static int? Read(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && place is >= 1 and <= LastPlace
            ? place
            : null;

    private static DeskPage Form(Visit visit, List<Row> rows, Complaints complaints) =>
        visit.Page(
            visit.Words.Settings.Parts.Menu,
            () => new Settings_ArrangeMenu { Model = new(visit, rows, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    /// <param name="Place">As it was typed.</param>
    internal sealed record Row(PostId Id, string Title, string Path, string Place)
    {
        public string Field => $"place-{Id.Value:x16}";
    }

    internal sealed record Model(Visit Visit, IReadOnlyList<Row> Rows, Complaints Complaints);
}
