namespace Pamphlet.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Subject">One or two words, the same in every report: <c>clock</c>, <c>disk</c>.</param>
/// <param name="Said">One sentence.</param>
/// <param name="Remedy">A command, or where it is told; <c>""</c> where all is well.</param>
internal sealed record Finding(string Subject, Verdict Verdict, string Said, string Remedy)
{
    public static Finding Good(string subject, string said) => new(subject, Verdict.Good, said, "");

    public static Finding Warn(string subject, string said, string remedy) => new(subject, Verdict.Warn, said, remedy);

    public static Finding Wrong(string subject, string said, string remedy) =>
        new(subject, Verdict.Wrong, said, remedy);
}

internal enum Verdict
{
    Good,

    /// <summary>It works, and could be safer.</summary>
    Warn,

    /// <summary>It does not work, or gives somebody away.</summary>
    Wrong,
}
