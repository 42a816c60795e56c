using System.CommandLine;
using System.Text;
using Pamphlet.Storage;
using Spectre.Console;

namespace Pamphlet.Verbs;

/// <summary>The only place that speaks to the operator's terminal.</summary>
internal static class Terminal
{
    public static async Task<int> RunAsync(RootCommand pamphlet, string[] args)
    {
        // As half of all programs are asked.
        args = args is ["help", .. var about] ? [.. about, "--help"] : args;
        var parsed = pamphlet.Parse(args);
        if (Mistyped.In(parsed) is { } mistyped)
        {
            Complain(mistyped);
            return ExitCode.Operator;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperatorMistake mistake)
        {
            Complain(mistake.Message);
            return ExitCode.Operator;
        }
        catch (OperationCanceledException)
        {
            Complain("Stopped. Nothing was left half done.");
            return ExitCode.Cancelled;
        }
        catch (UnauthorizedAccessException denied)
        {
            Complain($"{denied.Message} Run it as the user who owns the data folder.");
            return ExitCode.Operator;
        }
        catch (Exception full) when (FullDisk.Is(full))
        {
            Complain("The disk is full. Make room and run it again: what was there before is whole.");
            return ExitCode.Operator;
        }
#pragma warning disable CA1031 // The last catch there is: a stack trace with data in it must not reach a terminal unasked.
        catch (Exception fault) when (Environment.GetEnvironmentVariable("PAMPHLET_DEBUG") is null)
#pragma warning restore CA1031
        {
            Complain(
                $"A fault of ours ({fault.GetType().Name}). Nothing was half done; run it again with PAMPHLET_DEBUG=1 and report what it prints."
            );
            return ExitCode.Fault;
        }
    }

    /// <summary>Where progress is shown, or null: nobody watches. It is the error stream, for a script reads the other one.</summary>
    public static IAnsiConsole? Progress =>
        Console.IsErrorRedirected
            ? null
            : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>A stranger's text on one line: nothing in it moves the cursor, hides what stands before it, or runs backwards.</summary>
    public static string Plain(string text) =>
        string.Concat(
            text.Select(letter =>
                char.IsControl(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format
                    ? '\uFFFD'
                    : letter
            )
        );

    /// <summary>A word of a command, so that a shell takes it for one.</summary>
    public static string Quoted(string word) =>
        word.Length > 0
        && word.All(letter =>
            char.IsAsciiLetterOrDigit(letter) || "-_./:=+,@%".Contains(letter, StringComparison.Ordinal)
        )
            ? word
            : $"'{Plain(word).Replace("'", "'\\''", StringComparison.Ordinal)}'";

    public static void Say(string line) => Console.Out.WriteLine(line);

    /// <summary>Asks on the terminal without showing what is typed; where a script gives it, its first line.</summary>
    public static string AskSecret(string question)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }

    public static void Complain(string line) => Console.Error.WriteLine($"pamphlet: {line}");
}
