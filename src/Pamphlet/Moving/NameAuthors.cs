using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Storage;

namespace Pamphlet.Moving;

/// <summary><c>/desk/moving/names</c>: under which pen name each author's texts will stand.</summary>
internal static class NameAuthors
{
    public const int Longest = 100;

    public static async Task<IResult> ShowAsync(
        Visit visit,
        MovingIn moving,
        Database database,
        CancellationToken cancel
    )
    {
        var move = moving.Now;
        if (move.Authors is not { Count: > 0 } authors)
        {
            return visit.SeeOther(ShowMove.Path, visit.Words.Moving.NothingThere);
        }

        var known = await database
            .Set<PenName>()
            .Where(name => name.PublicationId == visit.Paper.Id)
            .OrderBy(name => name.Name)
            .Select(name => name.Name)
            .ToListAsync(cancel);
        var rows = authors.Select(
            (author, at) => new Row(author, Field(at), move.Wishes.Names.GetValueOrDefault(author.Name, author.Name))
        );
        return visit.Page(
            visit.Words.Moving.NamesTitle,
            () => new Moving_NameAuthors { Model = new(visit, [.. rows], known) }
        );
    }

    public static IResult Save(Visit visit, MovingIn moving)
    {
        var move = moving.Now;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (at, author) in (move.Authors ?? []).Index())
        {
            // One that the form does not have keeps its name.
            var typed = visit.Form.Has(Field(at)) ? visit.Form[Field(at)] : author.Name;
            names[author.Name] = typed.Length > Longest ? typed[..Longest] : typed;
        }

        return moving.TryLook(move.Wishes with { Names = names })
            ? visit.SeeOther(ShowMove.Path)
            : visit.SeeOther(ShowMove.Path, visit.Words.Moving.NothingThere);
    }

    private static string Field(int at) => $"name-{at.ToString(CultureInfo.InvariantCulture)}";

    /// <param name="Name">What the paper will call them.</param>
    internal sealed record Row(AuthorCount Author, string Field, string Name);

    internal sealed record Model(Visit Visit, IReadOnlyList<Row> Rows, IReadOnlyList<string> Known);
}
