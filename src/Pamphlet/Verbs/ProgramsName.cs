using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Pamphlet.Verbs;

/// <summary>Help calls the program as it is typed: the library calls it after its file, which is written with a capital.</summary>
internal static class ProgramsName
{
    public const string Typed = "pamphlet";

    public static void IsSaid(RootCommand pamphlet)
    {
        foreach (var option in pamphlet.Options.OfType<HelpOption>())
        {
            option.Action = new TypedHelp(pamphlet.Name, new HelpAction());
        }
    }

    private sealed class TypedHelp(string written, HelpAction help) : SynchronousCommandLineAction
    {
        // Whoever asks for help need not have typed the rest.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var (configuration, output) = (
                parseResult.InvocationConfiguration,
                parseResult.InvocationConfiguration.Output
            );
            using var said = new StringWriter();
            configuration.Output = said;
            var exit = help.Invoke(parseResult);
            configuration.Output = output;
            output.Write(said.ToString().Replace($"\n  {written} ", $"\n  {Typed} ", StringComparison.Ordinal));
            return exit;
        }
    }
}
