using System.CommandLine;
using Pamphlet.Seal;
using QRCoder;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet keys editor NAME</c>: makes an editor's key on a machine of their own, to be kept on paper.</summary>
internal static class EditorKeyVerb
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "A name for the key, without spaces: paper.example/blue. Not a person's name: it is public",
        };
        var file = new Option<FileInfo?>("--out")
        {
            Description = "A file for the secret, on a stick; otherwise it is only shown, as text and as a QR code",
            HelpName = "FILE",
        };
        var verb = new Command("editor", "Make an editor's key; run it on a machine that is not the server")
        {
            name,
            file,
        };
        verb.SetAction(parsed => Run(parsed.GetValue(name)!, parsed.GetValue(file)?.FullName));
        return verb;
    }

    private static int Run(string name, string? file)
    {
        if (!VerifierKey.IsName(name))
        {
            throw new OperatorMistake($"{name} cannot be a key's name.", "Write one without spaces and plus signs.");
        }

        using var key = SigningKey.Make(name, KeyKind.Note);
        var secret = key.ToSecretText();
        if (file is not null)
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            using var written = new StreamWriter(file, options);
            written.WriteLine(secret);
            Terminal.Say($"The secret is in {file}. Keep it offline.");
        }
        else
        {
            Terminal.Say(Picture(secret));
            Terminal.Say($"SECRET, for paper:  {secret}");
            Terminal.Say("It is stored nowhere. Write it down or print it, then clear this screen.");
        }

        Terminal.Say($"PUBLIC, for the others:  {key.Verifier}");
        return ExitCode.Done;
    }

    public static string Picture(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new AsciiQRCode(data);
        return picture.GetGraphicSmall();
    }
}
