using NetArchTest.Rules;

namespace Pamphlet.Tests.House;

public sealed class DirectionTests
{
    public static TheoryData<string> AllRooms => [.. Rooms.MayLookAt.Keys];

    public static TheoryData<string> PureRooms => [.. Rooms.Pure];

    public static TheoryData<string> Exempted => [.. Rooms.Exemptions.Keys];

    [Theory, MemberData(nameof(AllRooms))]
    public void A_room_looks_only_where_the_floor_plan_lets_it(string room)
    {
        string[] forbidden =
        [
            .. Rooms.ForbiddenTo(room).Select(other => $"Pamphlet.{other}"),
            // Who puts the rooms together is above them; only the front door is above the house.
            .. room == "Verbs" ? Array.Empty<string>() : ["Pamphlet.House"],
            "Pamphlet.Program",
        ];

        var result = In(room).ShouldNot().HaveDependencyOnAny(forbidden).GetResult();

        var offenders = (result.FailingTypeNames ?? []).Where(type => !Rooms.Exemptions.ContainsKey(Outermost(type)));
        Checkout.Nobody(offenders);
    }

    [Theory, MemberData(nameof(Exempted))]
    public void An_exemption_from_the_floor_plan_is_still_needed(string type)
    {
        var (room, because) = Rooms.Exemptions[type];

        var result = Types
            .InAssembly(Assemblies.Program)
            .That()
            .HaveName(type.Split('.')[^1])
            .ShouldNot()
            .HaveDependencyOn($"Pamphlet.{room}")
            .GetResult();

        Assert.False(result.IsSuccessful, $"{type} no longer looks at {room}: take the exemption away ({because}).");
    }

    [Fact]
    public void Every_folder_of_the_program_is_a_room_of_the_floor_plan()
    {
        var folders = Checkout
            .Under("src/Pamphlet")
            .Select(file => file.Split('/'))
            .Where(parts => parts.Length > 3 && parts[^1].EndsWith(".cs", StringComparison.Ordinal))
            .Select(parts => parts[2]);

        Checkout.Nobody(folders.Distinct(StringComparer.Ordinal).Except(Rooms.MayLookAt.Keys, StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(PureRooms))]
    public void A_pure_room_knows_no_clock_no_database_no_file_and_no_network(string room)
    {
        var result = In(room).ShouldNot().HaveDependencyOnAny(OutsideWorld).GetResult();

        Checkout.Nobody(result.FailingTypeNames ?? []);
    }

    [Fact]
    public void The_seal_knows_nobody()
    {
        var result = Types
            .InAssembly(Assemblies.Seal)
            .ShouldNot()
            .HaveDependencyOnAny([.. OutsideWorld, "Microsoft.AspNetCore", "Microsoft.Extensions"])
            .GetResult();

        Checkout.Nobody(result.FailingTypeNames ?? []);
        Assert.DoesNotContain(
            Assemblies.Seal.GetReferencedAssemblies(),
            name => name.Name is "Pamphlet" || name.Name!.StartsWith("Microsoft.", StringComparison.Ordinal)
        );
    }

    private static readonly string[] OutsideWorld =
    [
        "System.TimeProvider",
        "System.Diagnostics.Stopwatch",
        "System.Environment",
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.Net.Http",
        "System.Net.Sockets",
        "System.Net.Dns",
        "System.Data",
        "Microsoft.Data",
        "Microsoft.EntityFrameworkCore",
        "Npgsql",
    ];

    private static PredicateList In(string room) =>
        Types
            .InAssembly(Assemblies.Program)
            .That()
            .ResideInNamespaceMatching($"^Pamphlet\\.{room}($|\\.(?!Migrations))");

    private static string Outermost(string type) => type.Split('/', '+')[0];
}
