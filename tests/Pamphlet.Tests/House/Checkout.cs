namespace Pamphlet.Tests.House;

/// <summary>The files of this checkout, as a stranger would list them: nothing that a build or a tool has made.</summary>
internal static class Checkout
{
    private static readonly string[] Made = [".git", ".vs", ".idea", "artifacts", "bin", "obj", "data", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file, relative to the root, with <c>/</c> between its parts.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [.. List(new DirectoryInfo(Root)).Order(StringComparer.Ordinal)];

    /// <summary>The C# that people write and read: no migrations, which a tool generates.</summary>
    public static IReadOnlyList<string> Written { get; } =
    [
        .. Files.Where(file =>
            file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal)
        ),
    ];

    public static string Full(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(Full(file));

    public static string[] Lines(string file) => File.ReadAllLines(Full(file));

    public static IEnumerable<string> Under(string folder) =>
        Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>A rule that is broken names everybody who breaks it.</summary>
    public static void Nobody<T>(IEnumerable<T> offenders)
    {
        var all = offenders.Select(offender => $"{offender}").Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} broke this rule:\n{string.Join('\n', all)}");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pamphlet.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside a checkout.");
        }

        return folder.FullName;
    }

    private static IEnumerable<string> List(DirectoryInfo folder) =>
        folder
            .EnumerateDirectories()
            .Where(inner => !Made.Contains(inner.Name, StringComparer.Ordinal) && inner.LinkTarget is null)
            .SelectMany(List)
            .Concat(
                folder
                    .EnumerateFiles()
                    .Where(file => !Made.Contains(file.Name, StringComparer.Ordinal))
                    .Select(file => Path.GetRelativePath(Root, file.FullName))
            );
}
