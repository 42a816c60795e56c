using System.Reflection;
using System.Runtime.CompilerServices;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Pamphlet.Tests.House;

/// <summary>What ships, as the compiler left it.</summary>
internal static class Assemblies
{
    public static Assembly Program { get; } = typeof(Pamphlet.Storage.Database).Assembly;

    public static Assembly Seal { get; } = typeof(Seal.SitePath).Assembly;

    public static Assembly Tests { get; } = typeof(Assemblies).Assembly;

    /// <summary>The types that somebody wrote: not the compiler's closures, nor what a tool generates.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .Where(type => !type.Name.StartsWith('<') && type.DeclaringType?.Name.StartsWith('<') != true)
            .Where(type => type.Namespace?.StartsWith("Pamphlet", StringComparison.Ordinal) == true)
            .Where(type => !type.Namespace!.Contains(".Migrations", StringComparison.Ordinal))
            .Where(type => !IsPageTemplate(type) && !IsRegexGenerator(type));

    /// <summary>Every call, construction and reading of a property in an assembly: who does it, and what it is.</summary>
    /// <remarks><c>Who</c> is the outermost type, so that a closure's calls are its owner's.</remarks>
    public static IReadOnlyList<(string Who, string What)> Calls(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return
        [
            .. from type in module.GetTypes()
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            where instruction.OpCode.FlowControl == FlowControl.Call
            let called = (MethodReference)instruction.Operand
            select (Outermost(type), $"{called.DeclaringType.GetElementType().FullName}::{called.Name}"),
        ];
    }

    private static string Outermost(TypeDefinition type) =>
        type.DeclaringType is null ? type.FullName : Outermost(type.DeclaringType);

    // A .cshtml becomes a class of its own; what is said of classes is said of what people write.
    private static bool IsPageTemplate(Type type) => typeof(RazorSlices.RazorSlice).IsAssignableFrom(type);

    private static bool IsRegexGenerator(Type type) =>
        type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false);
}
