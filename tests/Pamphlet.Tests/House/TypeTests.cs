using System.Text.RegularExpressions;

namespace Pamphlet.Tests.House;

public sealed partial class TypeTests
{
    private static readonly string[] Forbidden =
    [
        "Core",
        "Common",
        "Shared",
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Utility",
        "Utilities",
        "Manager",
        "Base",
        "Impl",
        "Service",
        "Services",
        "Misc",
    ];

    private static IEnumerable<Type> Shipped =>
        Assemblies.Written(Assemblies.Program).Concat(Assemblies.Written(Assemblies.Seal));

    [Fact]
    public void A_class_is_sealed_static_or_made_to_be_derived_from()
    {
        var open = Shipped.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract);

        Checkout.Nobody(open);
    }

    [Fact]
    public void An_abstract_class_has_at_least_two_kinds()
    {
        var lonely = Shipped.Where(type =>
            type is { IsClass: true, IsAbstract: true, IsSealed: false }
            && Shipped.Count(other => other.BaseType is { } parent && SameDefinition(parent, type)) < 2
        );

        Checkout.Nobody(lonely);
    }

    [Fact]
    public void An_interface_has_at_least_two_implementations()
    {
        var lonely = Shipped.Where(type =>
            type.IsInterface
            && Shipped.Count(other => Array.Exists(other.GetInterfaces(), offered => SameDefinition(offered, type))) < 2
        );

        Checkout.Nobody(lonely);
    }

    [Fact]
    public void The_program_offers_no_type_to_other_programs() =>
        Checkout.Nobody(Assemblies.Written(Assemblies.Program).Where(type => type.IsPublic));

    [Fact]
    public void No_type_folder_or_file_has_a_name_that_fits_anything()
    {
        var types = Shipped.Select(type => type.FullName!);
        var files = Checkout.Under("src").Concat(Checkout.Under("tests"));

        Checkout.Nobody(
            types.Concat(files).Where(name => Words().Matches(name).Any(word => Forbidden.Contains(word.Value)))
        );
    }

    [Fact]
    public void Who_reads_the_file_list_finds_the_type()
    {
        var misleading = Checkout.Written.Where(file =>
        {
            // RowId.cs may hold IRowId and RowIds, and PostTables.cs all that end up in tables.
            var name = Path.GetFileName(file).Split('.')[0].TrimEnd('s');
            return name is not ("Program" or "AssemblyInfo")
                && !Regex.IsMatch(
                    Checkout.Read(file),
                    $@"\b(class|record|struct|interface|enum|delegate [\w<>?]+) I?{name}"
                );
        });

        Checkout.Nobody(misleading);
    }

    [Fact]
    public void A_namespace_is_the_folder()
    {
        var strangers = Checkout.Written.Where(file =>
            Namespace().Match(Checkout.Read(file)) is { Success: true } said
            && said.Groups[1].Value != Path.GetDirectoryName(file)!.Split('/', 2)[1].Replace('/', '.')
        );

        Checkout.Nobody(strangers);
    }

    private static bool SameDefinition(Type one, Type other) =>
        (one.IsGenericType ? one.GetGenericTypeDefinition() : one)
        == (other.IsGenericType ? other.GetGenericTypeDefinition() : other);

    [GeneratedRegex("[A-Z][a-z]+|[a-z]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
