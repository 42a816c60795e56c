using System.CommandLine;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet completions bash</c>: prints what the shell needs in order to complete our verbs and options.</summary>
internal static class CompletionsVerb
{
    // The parser itself answers what may follow ([suggest:POSITION]), so the scripts never fall behind the verbs.
    private const string Bash = """
        _pamphlet() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _pamphlet pamphlet ./pamphlet
        """;

    private const string Zsh = """
        _pamphlet() { compadd -- ${(f)"$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)"}; _files }
        compdef _pamphlet pamphlet ./pamphlet
        """;

    private const string Fish = """
        complete -c pamphlet -a '(pamphlet "[suggest:"(string length -- (commandline -cp))"]" (commandline -cp) 2>/dev/null)'
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var verb = new Command("completions", "Print completions for a shell: source <(pamphlet completions bash)")
        {
            shell,
        };
        verb.SetAction(parsed =>
            Terminal.Say(
                parsed.GetValue(shell) switch
                {
                    "zsh" => Zsh,
                    "fish" => Fish,
                    _ => Bash,
                }
            )
        );
        return verb;
    }
}
