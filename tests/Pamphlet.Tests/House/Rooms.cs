namespace Pamphlet.Tests.House;

/// <summary>The floor plan: which rooms there are, and at which others each may look.</summary>
internal static class Rooms
{
    private static readonly string[] Ground = ["Rendering", "Storage", "Web"];

    /// <summary>By room. A room that is not named here is not built yet, or a test says so.</summary>
    public static IReadOnlyDictionary<string, string[]> MayLookAt { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Rendering"] = [],
            // The language of a text is a column, and a value of Rendering.
            ["Storage"] = ["Rendering"],
            ["Web"] = ["Rendering", "Storage"],
            ["Publications"] = [.. Ground],
            ["Pictures"] = [.. Ground, "Publications"],
            ["Posts"] = [.. Ground, "Publications", "Pictures"],
            ["Comments"] = [.. Ground, "Publications", "Posts", "Reading", "Forms", "Desk"],
            // What is sealed in it concerns no other room, and none may look at it.
            ["Letters"] = [.. Ground, "Publications", "Posts", "Reading", "Forms", "Desk", "Editors", "Writing"],
            ["ReadingOver"] = ["Rendering"],
            ["Reading"] = ["Rendering", "Posts"],
            ["Forms"] = [.. Ground, "Reading"],
            // Dates, plurals and gaps in sentences are written as readers' pages write them.
            ["Desk"] = [.. Ground, "Publications", "Reading"],
            ["Settings"] = [.. Ground, "Publications", "Posts", "Reading", "Desk", "Editors", "Editions"],
            ["Editors"] = [.. Ground, "Publications", "Reading", "Desk"],
            ["Editions"] = [.. Ground, "Publications", "Pictures", "Posts", "Comments", "Reading"],
            ["Vault"] = [.. Ground],
            ["Signing"] = [.. Ground, "Vault", "Publications", "Reading", "Editions"],
            ["Mirrors"] = [.. Ground, "Publications", "Reading", "Desk", "Editions", "Signing", "Onion", "Copies"],
            ["Mentions"] =
            [
                .. Ground,
                "Publications",
                "Pictures",
                "Posts",
                "Comments",
                "Reading",
                "Forms",
                "Editions",
                "Onion",
            ],
            ["Founding"] = [.. Ground, "Publications", "Posts"],
            ["Search"] = [.. Ground, "Publications", "Posts", "Reading", "Editions"],
            ["Exports"] = [.. Ground, "Publications", "Pictures", "Posts", "Comments"],
            // What is imported takes the starter paper's place.
            ["Imports"] = [.. Ground, "Publications", "Pictures", "Posts", "Comments", "Exports", "Founding"],
            // A paper comes and goes: the desk's pages for what the command line does with the same rooms.
            ["Moving"] =
            [
                .. Ground,
                "Publications",
                "Pictures",
                "Posts",
                "Reading",
                "Desk",
                "Editors",
                "Imports",
                "Exports",
                "Backup",
                "Copies",
                // Whether a text needs a second person binds whoever moves texts in, too.
                "Writing",
            ],
            ["Onion"] = [.. Ground, "Vault", "Editions"],
            ["Copies"] = [.. Ground, "Reading", "Forms", "Editions", "Signing"],
            ["Backup"] = [.. Ground, "Editions"],
            ["Doctor"] = [.. Ground, "Publications", "Editions", "Onion", "Backup"],
            // A pasted page becomes Markdown as an imported one does.
            ["Writing"] =
            [
                .. Ground,
                "Publications",
                "Pictures",
                "Posts",
                "Reading",
                "ReadingOver",
                "Desk",
                "Editions",
                "Imports",
            ],
            // The command line is the front door: it opens every room, and no room knows it.
            ["Verbs"] =
            [
                .. Ground,
                "Publications",
                "Pictures",
                "Posts",
                "Comments",
                "Reading",
                "Forms",
                "Desk",
                "Editors",
                "Settings",
                "Editions",
                "Founding",
                "Letters",
                "Mentions",
                "Onion",
                "Copies",
                "Backup",
                "Doctor",
                "Search",
                "Exports",
                "Imports",
                "Vault",
                "Signing",
                "Mirrors",
            ],
        };

    /// <summary>Single types that look where their room may not, each with its reason. One that no longer does fails a test.</summary>
    public static IReadOnlyDictionary<string, (string Room, string Because)> Exemptions { get; } =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["Pamphlet.Publications.Change"] = ("Posts", "An entry of the journal names the post that changed."),
            ["Pamphlet.Publications.PublicationStore"] = ("Posts", "It writes that entry."),
        };

    /// <summary>Rooms whose every answer follows from what they are given.</summary>
    public static IReadOnlyList<string> Pure { get; } = ["Reading", "ReadingOver", "Rendering"];

    public static IEnumerable<string> ForbiddenTo(string room) =>
        MayLookAt.Keys.Where(other => other != room && !MayLookAt[room].Contains(other, StringComparer.Ordinal));
}
