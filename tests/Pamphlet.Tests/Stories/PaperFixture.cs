using System.Collections.Concurrent;
using Pamphlet.Reading;
using Pamphlet.Tests.Stories;

[assembly: AssemblyFixture(typeof(PaperFixture))]

namespace Pamphlet.Tests.Stories;

/// <summary>The sample paper, written and served once a run, by the first test that asks.</summary>
public sealed class PaperFixture : IAsyncDisposable
{
    private readonly Lazy<Task<ServedPaper>> sample = new(() => ServedPaper.StartAsync(Reading.SamplePaper.WriteTo));

    private readonly ConcurrentDictionary<string, Lazy<Task<ServedPaper>>> others = new(StringComparer.Ordinal);

    internal Task<ServedPaper> Sample => sample.Value;

    /// <summary>The same paper in another of the finished looks.</summary>
    internal Task<ServedPaper> In(string look) =>
        others
            .GetOrAdd(
                look,
                name =>
                    new(() => ServedPaper.StartAsync(folder => Reading.SamplePaper.WriteTo(folder, Look.Named(name))))
            )
            .Value;

    public async ValueTask DisposeAsync()
    {
        if (sample.IsValueCreated)
        {
            await (await sample.Value).DisposeAsync();
        }

        foreach (var other in others.Values)
        {
            await (await other.Value).DisposeAsync();
        }
    }
}
