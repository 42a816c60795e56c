using System.Reflection;
using System.Text.RegularExpressions;

namespace Pamphlet.Tests.House;

public sealed partial class RoomTests
{
    // Folders of tests that mirror no room, and what they hold instead.
    private static readonly string[] OwnFolders = ["Databases", "House", "Stories"];

    [Fact]
    public void Every_room_opens_with_what_it_promises()
    {
        var rooms = Checkout
            .Under("src")
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => file.Split('/'))
            .Where(parts => parts.Length > 3)
            .Select(parts => string.Join('/', parts[..3]))
            .Distinct(StringComparer.Ordinal);

        Checkout.Nobody(rooms.Where(room => !Checkout.Files.Contains($"{room}/README.md")));
    }

    [Fact]
    public void A_test_lies_where_its_subject_does()
    {
        var strangers = Checkout
            .Under("tests/Pamphlet.Tests")
            .Where(file => file.EndsWith("Tests.cs", StringComparison.Ordinal))
            .Select(file => file.Split('/'))
            .Where(parts => parts.Length < 4 || !Rooms.MayLookAt.Keys.Concat(OwnFolders).Contains(parts[2]));

        Checkout.Nobody(strangers.Select(parts => string.Join('/', parts)));
    }

    [Fact]
    public void The_name_of_a_test_is_a_sentence()
    {
        var tests = Assemblies
            .Tests.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any())
            .Select(method => method.Name)
            .ToList();

        Assert.NotEmpty(tests);
        Checkout.Nobody(tests.Where(name => !Sentence().IsMatch(name)));
    }

    [GeneratedRegex(@"^[A-Z0-9][\p{L}\d]*(_[\p{L}\d]+){2,}$")]
    private static partial Regex Sentence();
}
