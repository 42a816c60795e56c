using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Pamphlet.Tests.Databases;

/// <summary>
/// Runs the theory once a database: <c>[Theory, EachDatabase] public async Task X(TestDatabase database)</c>. What is
/// written in the brackets is handed on after the database. An absent PostgreSQL is a named skip, never silence.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachDatabaseAttribute(params object?[] more) : DataAttribute
{
    public IReadOnlyList<object?> More { get; } = more;

    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    )
    {
        var sqlite = await TestDatabase.CreateAsync();
        disposalTracker.Add(sqlite);
        if (TestPostgres.Absence is { } absence)
        {
            return [Row("SQLite", sqlite), new TheoryDataRow([null, .. More]) { Label = "PostgreSQL", Skip = absence }];
        }

        var postgres = await TestDatabase.CreatePostgresAsync();
        disposalTracker.Add(postgres);
        return [Row("SQLite", sqlite), Row("PostgreSQL", postgres)];
    }

    // A database is made when its test runs, not when a runner lists the tests.
    public override bool SupportsDiscoveryEnumeration() => false;

    private TheoryDataRow Row(string label, TestDatabase database) => new([database, .. More]) { Label = label };
}
