namespace Pamphlet.Desk;

/// <summary>Where somebody goes after signing in: an address of this desk, whatever the link said.</summary>
internal static class WayBack
{
    public const string Field = "then";

    private const string Home = "/desk";

    public static string SignInAndReturn(HttpRequest asked)
    {
        var wanted = $"{asked.Path}{asked.QueryString}";
        return string.Equals(wanted, Home, StringComparison.Ordinal)
            ? "/desk/sign-in"
            : $"/desk/sign-in?{Field}={Uri.EscapeDataString(wanted)}";
    }

    /// <summary>The address if it is one of the desk's, else the desk's first page.</summary>
    /// <remarks>A browser reads <c>//host</c>, <c>/\host</c> and a tab in between as another host.</remarks>
    public static string Checked(string typed) =>
        (
            string.Equals(typed, Home, StringComparison.Ordinal)
            || typed.StartsWith($"{Home}/", StringComparison.Ordinal)
            || IsQuery(typed)
        )
        && typed.Length <= 500
        && !typed.AsSpan().ContainsAny("\\\"<>")
        && !typed.Contains("//", StringComparison.Ordinal)
        && !typed.Contains("/.", StringComparison.Ordinal)
        && typed.All(letter => letter is > ' ' and < '\u007f')
            ? typed
            : Home;

    private static bool IsQuery(string typed) => typed.StartsWith($"{Home}?", StringComparison.Ordinal);
}
