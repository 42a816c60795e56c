using Pamphlet.Desk;
using Pamphlet.Editors;

namespace Pamphlet.Letters.Keys;

/// <summary>
/// <c>POST /desk/letter-keys/remove</c>: together, somebody's key is overwritten. Nobody is shut out by one alone, nor does one
/// alone hold the only key in the end.
/// </summary>
internal static class RemoveCorrespondent
{
    public const string HolderField = "holder";

    /// <summary>The subject: the holder's name.</summary>
    public static GraveKind Removal { get; } = new("removal of a correspondent", DescribeAsync, RemoveAsync);

    public static async Task<IResult> AskAsync(
        Visit visit,
        PostOffice office,
        DecideTogether together,
        CancellationToken cancel
    )
    {
        var name = visit.Form[HolderField];
        if (!office.Keyring.Holders.Any(holder => string.Equals(holder.Name, name, StringComparison.Ordinal)))
        {
            return visit.SeeOther(KeysDesk.Path, visit.Words.LetterKeys.NoHolder);
        }

        var isDone = await together.AskAsync(visit, Removal, name, cancel);
        return visit.SeeOther(isDone ? KeysDesk.Path : "/desk/together", visit.Words.Together.Said(isDone));
    }

    private static async Task<string?> DescribeAsync(GraveSubject subject, CancellationToken cancel)
    {
        var id = new EditorId(Convert.ToInt64(subject.Text, 16));
        var editor = await subject.Database.FindAsync<Editor>([subject.Paper, id], cancel);
        return subject.Words.LetterKeys.RemovalSaid.With("name", editor?.Name ?? subject.Text);
    }

    private static Task RemoveAsync(GraveSubject subject, IServiceProvider services, CancellationToken cancel)
    {
        services.GetRequiredService<PostOffice>().Keyring.Remove(subject.Text);
        services.GetRequiredService<Corresponding.UnlockedKeys>().LockAll();
        return Task.CompletedTask;
    }
}
