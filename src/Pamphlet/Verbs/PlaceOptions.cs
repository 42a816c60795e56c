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

    /// <exception cref="OperatorMistake">The folder cannot be made or written.</exception>
    public PaperPlace In(ParseResult parsed)
    {
        var folder = parsed.GetValue(data)!.FullName;
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

        var named = parsed.GetValue(database);
        return new PaperPlace(
            folder,
            string.IsNullOrWhiteSpace(named) ? DatabaseAddress.InFolder(folder) : DatabaseAddress.Postgres(named)
        )
        {
            SecretFile = parsed.GetValue(secret),
        };
    }
}

/// <summary>A paper's folder and its database.</summary>
internal sealed record PaperPlace(string Folder, DatabaseAddress Database)
{
    /// <summary>Where the operator's secret lies, or null: in the environment, or nowhere.</summary>
    public string? SecretFile { get; init; }
}
