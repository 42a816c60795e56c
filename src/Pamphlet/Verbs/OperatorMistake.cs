namespace Pamphlet.Verbs;

/// <summary>
/// Something that only the operator can mend: shown as one line, what is wrong and what mends it, and never as a stack trace,
/// which would carry paths and data into a terminal's history.
/// </summary>
internal sealed class OperatorMistake : Exception
{
    public OperatorMistake(string what, string remedy)
        : base($"{what} {remedy}") { }

    public OperatorMistake(string what, string remedy, Exception cause)
        : base($"{what} {remedy}", cause) { }
}
