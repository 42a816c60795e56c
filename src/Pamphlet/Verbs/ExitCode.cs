namespace Pamphlet.Verbs;

/// <summary>What a script reads from the program's end.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>What was given was understood and refused: a broken file, a blog to choose.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself, or the place where it was run.</summary>
    public const int Operator = 2;

    /// <summary>Our own mistake.</summary>
    public const int Fault = 70;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Cancelled = 130;
}
