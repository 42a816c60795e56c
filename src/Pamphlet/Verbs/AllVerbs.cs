using System.CommandLine;

namespace Pamphlet.Verbs;

/// <summary>What the program can be asked for.</summary>
internal static class AllVerbs
{
    public static RootCommand Create()
    {
        var pamphlet = new RootCommand("A self-hosted publication that holds nothing that can be used against anyone.")
        {
            ServeVerb.Create(),
            ImportVerb.Create(),
            ExportVerb.Create(),
            CarryVerb.Create(),
            OnionVerb.Create(),
            BackupVerb.Create(),
            RestoreVerb.Create(),
            DoctorVerb.Create(),
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
        ProgramsName.IsSaid(pamphlet);
        return pamphlet;
    }
}
