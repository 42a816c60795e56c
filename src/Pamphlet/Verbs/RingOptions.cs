using System.CommandLine;
using Pamphlet.Letters.Calling;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal;

namespace Pamphlet.Verbs;

/// <summary>Where a correspondent's keys lie on their own machine, and the passphrase that opens them.</summary>
internal sealed class RingOptions
{
    /// <summary>On one's own machine there is one correspondent.</summary>
    public static string Me { get; } = CheckRing.NameOf(OwnEditor.Id);

    private readonly Option<DirectoryInfo> folder = new("--keys")
    {
        Description = "The folder of your keys for letters (default: ~/.pamphlet-letters, or $PAMPHLET_LETTERS)",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(
            Environment.GetEnvironmentVariable("PAMPHLET_LETTERS") is { Length: > 0 } named
                ? named
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pamphlet-letters")
        ),
    };

    public void AddTo(Command verb) => verb.Add(folder);

    public string Folder(ParseResult parsed) => parsed.GetValue(folder)!.FullName;

    public Keyring Ring(ParseResult parsed) => new(Path.Combine(Folder(parsed), "keys"));

    /// <exception cref="OperatorMistake">There are no keys, or the passphrase is another.</exception>
    public OpenKeyring Open(ParseResult parsed)
    {
        var ring = Ring(parsed);
        if (!ring.IsMade)
        {
            throw new OperatorMistake(
                $"There are no keys in {Folder(parsed)}.",
                "Make them: pamphlet letters keys make"
            );
        }

        using var passphrase = Ask("Passphrase: ");
        return ring.Open(Me, passphrase)
            ?? throw new OperatorMistake("This passphrase does not open the keys.", "Try again.");
    }

    public static SecretBytes Ask(string question) => CheckRing.Bytes(Terminal.AskSecret(question));
}
