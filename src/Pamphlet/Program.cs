using System.CommandLine;
using Pamphlet.Verbs;

var pamphlet = new RootCommand("A self-hosted publication that holds nothing that can be used against anyone.")
{
    ServeVerb.Create(),
    ImportVerb.Create(),
    ExportVerb.Create(),
    CarryVerb.Create(),
    OnionVerb.Create(),
    BackupVerb.Create(),
    RestoreVerb.Create(),
    VerifyVerb.Create(),
    CompareVerb.Create(),
    KeysVerb.Create(),
    LettersVerb.Create(),
    DeskVerb.Create(),
    MirrorVerb.Create(),
    SistersVerb.Create(),
    CompletionsVerb.Create(),
    BenchDataVerb.Create(),
};

return await Terminal.RunAsync(pamphlet, args);
