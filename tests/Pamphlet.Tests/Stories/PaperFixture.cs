using Pamphlet.Tests.Stories;

[assembly: AssemblyFixture(typeof(PaperFixture))]

namespace Pamphlet.Tests.Stories;

/// <summary>The sample paper, written and served once a run, by the first test that asks.</summary>
public sealed class PaperFixture : IAsyncDisposable
{
    private readonly Lazy<Task<ServedPaper>> sample = new(() => ServedPaper.StartAsync(Reading.SamplePaper.WriteTo));

    internal Task<ServedPaper> Sample => sample.Value;

    public async ValueTask DisposeAsync()
    {
        if (sample.IsValueCreated)
        {
            await (await sample.Value).DisposeAsync();
        }
    }
}
