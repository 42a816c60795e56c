namespace Pamphlet.Seal.Tests;

/// <summary>Test data that lies beside the repository, not in it.</summary>
internal static class TestVectors
{
    /// <summary>The folder, or a skip that names it.</summary>
    public static string Folder(string name)
    {
        var shared = Environment.GetEnvironmentVariable("PAMPHLET_SHARED") ?? Path.Combine(Root(), "..", "shared");
        var folder = Path.Combine(shared, "vectors", name);
        Assert.SkipUnless(Directory.Exists(folder), $"No test vectors at ../shared/vectors/{name}.");
        return folder;
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pamphlet.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder.FullName;
    }
}
