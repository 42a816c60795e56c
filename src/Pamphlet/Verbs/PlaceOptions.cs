using System.CommandLine;
using Pamphlet.Storage;

namespace Pamphlet.Verbs;

/// <summary>Where the paper's data lies; every verb that opens a paper asks for it in the same words.</summary>
internal sealed class PlaceOptions
{
    private readonly Option<DirectoryInfo> data = new("--data")
    {
        Description = "The folder that holds the paper (default: data, or $PAMPHLET_DATA)",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(
            Environment.GetEnvironmentVariable("PAMPHLET_DATA") is { Length: > 0 } named ? named : "data"
        ),
    };

    private readonly Option<string?> database = new("--database")
    {
        Description = "A PostgreSQL to use instead of the SQLite inside the folder (or $PAMPHLET_DATABASE)",
        HelpName = "\"Host=…\"",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PAMPHLET_DATABASE"),
    };

    private readonly Option<string?> secret = new("--secret-file")
    {
        Description =
            "A file outside the folder with the secret that locks the paper's keys (or $PAMPHLET_SECRET_FILE, $PAMPHLET_SECRET)",
        HelpName = "FILE",
    };

    public void AddTo(Command verb)
    {
        verb.Add(data);
        verb.Add(database);
        verb.Add(secret);
    }

    /// <summary>The folder as it was named; it is made where it is not there.</summary>
    /// <exception cref="OperatorMistake">The folder cannot be made or written.</exception>
    public PaperPlace In(ParseResult parsed)
    {
        var place = At(parsed);
        Make(place.Folder);
        return place;
    }

    /// <summary>The same for whatever needs a paper that is there: nothing is made.</summary>
    /// <exception cref="OperatorMistake">There is none.</exception>
    public PaperPlace Of(ParseResult parsed)
    {
        var place = At(parsed);
        return place.HasFiles
            ? place
            : throw new OperatorMistake($"There is no paper in {place.Folder}.", "Name another folder: --data DIR");
    }

    /// <summary>The folder as it was named, whether it is there or not: nothing is made.</summary>
    public PaperPlace At(ParseResult parsed)
    {
        var folder = parsed.GetValue(data)!.FullName;
        var named = parsed.GetValue(database);
        return new PaperPlace(
            folder,
            string.IsNullOrWhiteSpace(named) ? DatabaseAddress.InFolder(folder) : DatabaseAddress.Postgres(named)
        )
        {
            SecretFile = parsed.GetValue(secret),
        };
    }

    /// <summary>What must be typed again to mean the same place: <c>" --data DIR"</c>, or <c>""</c>.</summary>
    public string Again(ParseResult parsed) =>
        parsed.GetResult(data) is { Implicit: false, Tokens: [var named, ..] }
            ? $" --data {Terminal.Quoted(named.Value)}"
            : "";

    private static void Make(string folder)
    {
        try
        {
            // Only the owner may look in: drafts lie here.
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new OperatorMistake($"The data folder {folder} cannot be made.", "Name another: --data DIR", cause);
        }
    }
}

/// <summary>A paper's folder and its database.</summary>
internal sealed record PaperPlace(string Folder, DatabaseAddress Database)
{
    /// <summary>Where the operator's secret lies, or null: in the environment, or nowhere.</summary>
    public string? SecretFile { get; init; }

    /// <summary>Whether a paper was ever founded or moved in here. What a PostgreSQL holds, only it can say.</summary>
    public bool HasFiles => Database.IsPostgres || File.Exists(Path.Combine(Folder, "pamphlet.db"));
}
