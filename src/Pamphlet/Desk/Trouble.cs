namespace Pamphlet.Desk;

/// <summary>A page that says why a request came to nothing, and gives back what was typed.</summary>
internal sealed record Trouble(Visit Visit, string Sentence, string WayOut, string WayOutTitle)
{
    // With what their names say; the words of a text are not among them, those of a key on paper are.
    private static readonly string[] Secrets = [FormToken.Field, "passphrase", "code", "secret", "paper-words"];

    public IReadOnlyList<(string Name, string Text)> Typed { get; init; } = [];

    /// <summary>Whether a field's text must not be written back into a page.</summary>
    public static bool IsSecret(string field) =>
        Array.Exists(Secrets, part => field.Contains(part, StringComparison.Ordinal));

    public static IResult NotFound(Visit visit) =>
        Page(visit, StatusCodes.Status404NotFound, visit.Words.Trouble.NotFound);

    public static IResult Forbidden(Visit visit) =>
        Page(visit, StatusCodes.Status403Forbidden, visit.Words.Trouble.Forbidden);

    public static IResult Fault(Visit visit) =>
        Page(visit, StatusCodes.Status500InternalServerError, visit.Words.Trouble.Fault, visit.Sent);

    public static IResult DiskFull(Visit visit) =>
        Page(visit, StatusCodes.Status507InsufficientStorage, visit.Words.Trouble.DiskFull, visit.Sent);

    public static IResult Page(Visit visit, int status, Words.TroubleWords.Kind kind, DeskForm? form = null)
    {
        var isIn = visit.Visitor is not null;
        var trouble = new Trouble(
            visit,
            kind.Sentence,
            isIn ? "/desk" : "/desk/sign-in",
            isIn ? visit.Words.Trouble.BackToTheDesk : visit.Words.Trouble.SignIn
        )
        {
            Typed =
            [
                .. from name in form?.Names ?? []
                where !IsSecret(name)
                let text = form!.Text(name)
                where text.Length > 0
                select (name, text),
            ],
        };
        return visit.Page(kind.Title, () => new Desk_Trouble { Model = trouble }, status);
    }
}
