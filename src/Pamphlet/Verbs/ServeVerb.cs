using System.CommandLine;

namespace Pamphlet.Verbs;

internal static class ServeVerb
{
    public static Command Create() => new("serve", "Serve the paper");
}
