using System.CommandLine;

namespace Pamphlet.Verbs;

internal static class ExportVerb
{
    public static Command Create() => new("export", "Write the paper as plain files");
}
