using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;

namespace Pamphlet.Editors;

/// <summary>
/// What may be done to an editor, and only together: else one who was frightened into it could give everything to somebody, or
/// take everything from everybody.
/// </summary>
internal static class ChangeEditor
{
    /// <summary>The subject: <c>ID ACT,ACT</c>.</summary>
    public static GraveKind Acts { get; } = new("what an editor does", DescribeActsAsync, GiveActsAsync);

    /// <summary>The subject: <c>ID</c>.</summary>
    public static GraveKind Removal { get; } = new("removal of an editor", DescribeRemovalAsync, RemoveAsync);

    /// <summary>The subject: <c>ID HASH</c>, of the link's token in hexadecimal.</summary>
    public static GraveKind WayIn { get; } = new("new way in for an editor", DescribeWayInAsync, OpenWayInAsync);

    private static async Task<string?> DescribeActsAsync(GraveSubject subject, CancellationToken cancel)
    {
        if (await FindAsync(subject, cancel) is not { } editor)
        {
            return null;
        }

        var acts = Desk.Acts.Parse(Rest(subject)).Each.Select(act => subject.Words.Acts.Of(act).Split(':')[0]);
        var list = string.Join(", ", acts);
        return subject.Words.People.ChangeActs.With(
            "name",
            editor.Name,
            "acts",
            list.Length > 0 ? list : subject.Words.People.NoActs
        );
    }

    private static async Task GiveActsAsync(GraveSubject subject, IServiceProvider services, CancellationToken cancel)
    {
        if (await FindAsync(subject, cancel) is { } editor)
        {
            editor.Acts = Desk.Acts.Parse(Rest(subject));
        }
    }

    private static async Task<string?> DescribeRemovalAsync(GraveSubject subject, CancellationToken cancel) =>
        await FindAsync(subject, cancel) is { } editor ? subject.Words.People.Remove.With("name", editor.Name) : null;

    // Their sessions, secrets, voices and what they asked for go with the row.
    private static async Task RemoveAsync(GraveSubject subject, IServiceProvider services, CancellationToken cancel)
    {
        var id = Id(subject);
        await services.GetRequiredService<SessionStore>().EndAllAsync(subject.Paper, id, cancel);
        await subject
            .Database.Set<Editor>()
            .Where(editor => editor.PublicationId == subject.Paper && editor.Id == id)
            .ExecuteDeleteAsync(cancel);
    }

    private static async Task<string?> DescribeWayInAsync(GraveSubject subject, CancellationToken cancel) =>
        await FindAsync(subject, cancel) is { } editor ? subject.Words.People.WayIn.With("name", editor.Name) : null;

    private static Task OpenWayInAsync(GraveSubject subject, IServiceProvider services, CancellationToken cancel)
    {
        subject.Database.Add(
            new Invitation
            {
                PublicationId = subject.Paper,
                TokenHash = Convert.FromHexString(Rest(subject)),
                Acts = Desk.Acts.None,
                EditorId = Id(subject),
                EndsOn = services.GetRequiredService<DecideTogether>().Today.AddDays(Invitation.Life),
            }
        );
        return Task.CompletedTask;
    }

    private static Task<Editor?> FindAsync(GraveSubject subject, CancellationToken cancel)
    {
        var id = Id(subject);
        return subject
            .Database.Set<Editor>()
            .FirstOrDefaultAsync(editor => editor.PublicationId == subject.Paper && editor.Id == id, cancel);
    }

    private static EditorId Id(GraveSubject subject) =>
        new(long.Parse(subject.Text.Split(' ')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    private static string Rest(GraveSubject subject) => subject.Text.Split(' ', 2) is [_, var rest] ? rest : "";
}
