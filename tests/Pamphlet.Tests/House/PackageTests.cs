using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pamphlet.Tests.House;

public sealed partial class PackageTests
{
    private static readonly string[] Projects =
    [
        .. Checkout.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)),
    ];

    [Fact]
    public void A_version_is_written_in_one_place_and_exact()
    {
        var central = XDocument.Load(Checkout.Full("Directory.Packages.props")).Descendants();
        var pins = central.Where(pin => pin.Name.LocalName is "PackageVersion" or "GlobalPackageReference").ToList();

        Assert.NotEmpty(pins);
        Checkout.Nobody(pins.Where(pin => !Exact().IsMatch((string?)pin.Attribute("Version") ?? "")));
        Checkout.Nobody(
            from project in Projects
            from reference in XDocument.Load(Checkout.Full(project)).Descendants("PackageReference")
            where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null
            select $"{project}: {reference}"
        );
    }

    [Fact]
    public void A_pinned_package_is_used()
    {
        var used = Projects
            .SelectMany(project => XDocument.Load(Checkout.Full(project)).Descendants("PackageReference"))
            .Select(reference => (string?)reference.Attribute("Include"));
        var pinned = XDocument
            .Load(Checkout.Full("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(pin => (string?)pin.Attribute("Include"));

        Checkout.Nobody(pinned.Except(used));
    }

    [Fact]
    public void Every_project_is_locked_and_no_lock_names_a_download_host()
    {
        Checkout.Nobody(
            Projects
                .Select(project => project[..project.LastIndexOf('/')] + "/packages.lock.json")
                .Except(Checkout.Files)
        );
        var locks = Checkout.Files.Where(file => Path.GetFileName(file) is "packages.lock.json" or "package-lock.json");
        Checkout.Nobody(locks.Where(file => Checkout.Read(file).Contains("://", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_node_package_is_exact_and_locked()
    {
        foreach (var file in Checkout.Files.Where(file => Path.GetFileName(file) == "package.json"))
        {
            using var json = JsonDocument.Parse(Checkout.Read(file));
            var versions =
                from kind in json.RootElement.EnumerateObject()
                where kind.Name.EndsWith("ependencies", StringComparison.Ordinal)
                from package in kind.Value.EnumerateObject()
                select package.Value.GetString()!;

            Assert.All(versions, version => Assert.Matches(Exact(), version));
            Assert.Contains(
                file.Replace("package.json", "package-lock.json", StringComparison.Ordinal),
                Checkout.Files
            );
        }
    }

    [Fact]
    public void The_tools_and_the_compiler_are_pinned()
    {
        using var tools = JsonDocument.Parse(Checkout.Read("dotnet-tools.json"));
        using var global = JsonDocument.Parse(Checkout.Read("global.json"));

        Assert.All(
            tools.RootElement.GetProperty("tools").EnumerateObject(),
            tool => Assert.Matches(Exact(), tool.Value.GetProperty("version").GetString())
        );
        Assert.Matches(Exact(), global.RootElement.GetProperty("sdk").GetProperty("version").GetString());
    }

    [GeneratedRegex(@"^\d+(\.\d+){1,3}$")]
    private static partial Regex Exact();
}
