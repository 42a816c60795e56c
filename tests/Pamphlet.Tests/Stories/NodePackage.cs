using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Stories;

/// <summary>A file of <c>tests/browser/node_modules</c>. Nothing of it ships.</summary>
internal static class NodePackage
{
    /// <summary>Skips the test, by name, where the package is not installed.</summary>
    public static string PathOf(string file)
    {
        var path = Checkout.Full($"tests/browser/node_modules/{file}");
        Assert.SkipUnless(File.Exists(path), $"{file} is absent: run ./test, or npm ci in tests/browser.");
        return path;
    }
}
