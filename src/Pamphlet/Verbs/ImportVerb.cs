using System.CommandLine;

namespace Pamphlet.Verbs;

internal static class ImportVerb
{
    public static Command Create() => new("import", "Move a paper in: a Blogger takeout or export");
}
