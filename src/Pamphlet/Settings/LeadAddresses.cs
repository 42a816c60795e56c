using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Settings;

/// <summary><c>/desk/settings/addresses</c>: where an old address leads. Those that an import brought stand here too.</summary>
internal static class LeadAddresses
{
    public const int Longest = 1000;
    public const int AtOnce = 50;

    public static async Task<DeskPage> ShowAsync(Visit visit, Database database, CancellationToken cancel) =>
        await FormAsync(visit, database, new Answers("", ""), new Complaints(), cancel);

    public static async Task<IResult> AddAsync(Visit visit, Database database, CancellationToken cancel)
    {
        var answers = new Answers(visit.Form["from"], visit.Form["to"]);
        var (from, to) = (Local(answers.From), Local(answers.To).TrimStart('/'));
        var complaints = new Complaints();
        var words = visit.Words.Settings.Addresses;
        if (from.Length < 2 || from.Length > Longest || from.Contains('#', StringComparison.Ordinal))
        {
            complaints.Add("from", words.FromWrong);
        }
        else if (await IsPageAsync(visit, database, from[1..], cancel))
        {
            complaints.Add("from", words.FromIsPage);
        }

        if (IsElsewhere(visit, answers.To))
        {
            complaints.Add("to", words.ToWrong);
        }
        else if (to.Length > 0 && !await IsPageAsync(visit, database, to.Split('#')[0], cancel))
        {
            complaints.Add("to", words.ToWrong);
        }
        else if (answers.To.Length == 0)
        {
            complaints.Add("to", visit.Words.Form.Missing);
        }

        if (!complaints.IsEmpty)
        {
            return await FormAsync(visit, database, answers, complaints, cancel);
        }

        var known = await database.FindAsync<OldAddress>([visit.Paper.Id, from], cancel);
        if (known is null)
        {
            known = new OldAddress
            {
                PublicationId = visit.Paper.Id,
                From = from,
                To = "",
                Answer = OldAddressAnswer.Moved,
            };
            database.Add(known);
        }

        (known.To, known.Answer) = (to.Length > 0 ? to : "index.html", OldAddressAnswer.Moved);
        return await SaveAsync(visit, database, cancel);
    }

    public static async Task<IResult> RemoveAsync(Visit visit, Database database, CancellationToken cancel)
    {
        if (await database.FindAsync<OldAddress>([visit.Paper.Id, visit.Form["from"]], cancel) is { } known)
        {
            database.Remove(known);
        }

        return await SaveAsync(visit, database, cancel);
    }

    private static async Task<IResult> SaveAsync(Visit visit, Database database, CancellationToken cancel)
    {
        new PublicationStore(database).Note(visit.Paper.Id, ChangeKind.Addresses);
        await database.SaveChangesAsync(cancel);
        return visit.SeeOther("/desk/settings/addresses", visit.Words.Settings.Saved);
    }

    /// <summary>What follows the host, decoded, with its slash: whole addresses are pasted as they stand in a browser.</summary>
    private static string Local(string typed)
    {
        var isWhole = Uri.TryCreate(typed, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https";
        var path = isWhole ? whole!.PathAndQuery + whole.Fragment : typed;
        return path.StartsWith('/') ? Rendering.CleanText.Of(Uri.UnescapeDataString(path))
            : path.Length == 0 ? ""
            : $"/{Rendering.CleanText.Of(Uri.UnescapeDataString(path))}";
    }

    /// <summary>A whole address leads to this paper only if it names the paper's home, or the host that this page was asked of.</summary>
    private static bool IsElsewhere(Visit visit, string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var whole)
        && whole.Scheme is "http" or "https"
        && !string.Equals(whole.Authority, visit.Context.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && !(
            Uri.TryCreate(visit.Paper.Home, UriKind.Absolute, out var home)
            && string.Equals(home.Authority, whole.Authority, StringComparison.OrdinalIgnoreCase)
        );

    private static Task<bool> IsPageAsync(Visit visit, Database database, string path, CancellationToken cancel) =>
        database
            .Set<Post>()
            .AnyAsync(
                post => post.PublicationId == visit.Paper.Id && post.State == PostState.Published && post.Path == path,
                cancel
            );

    private static async Task<DeskPage> FormAsync(
        Visit visit,
        Database database,
        Answers answers,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var all = database.Set<OldAddress>().AsNoTracking().Where(one => one.PublicationId == visit.Paper.Id);
        var sought = visit.Context.Request.Query["q"].ToString().Trim();
        var some = sought.Length == 0 ? all : all.Where(one => one.From.Contains(sought) || one.To.Contains(sought));
        var found = await some.OrderBy(one => one.From).Take(AtOnce).ToListAsync(cancel);
        var model = new Model(visit, found, await some.CountAsync(cancel), sought, answers, complaints);
        return visit.Page(
            visit.Words.Settings.Parts.Addresses,
            () => new Settings_LeadAddresses { Model = model },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    /// <summary>As they were typed.</summary>
    internal sealed record Answers(string From, string To);

    internal sealed record Model(
        Visit Visit,
        IReadOnlyList<OldAddress> Found,
        int Count,
        string Sought,
        Answers Answers,
        Complaints Complaints
    );
}
