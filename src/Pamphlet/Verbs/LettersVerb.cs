using System.CommandLine;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet letters …</c>: what correspondents do on a machine of their own.</summary>
internal static class LettersVerb
{
    public static Command Create() =>
        new("letters", "Letters from readers, with keys on a machine of your own") { LetterKeysVerb.Create() };
}
