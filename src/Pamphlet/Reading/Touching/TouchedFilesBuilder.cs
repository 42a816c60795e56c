using Pamphlet.Seal;

namespace Pamphlet.Reading.Touching;

/// <summary>Gathers what is to be written and dropped; what is both is written.</summary>
internal sealed class TouchedFilesBuilder
{
    private readonly Dictionary<SitePath, PagePlan> write = [];
    private readonly HashSet<SitePath> drop = [];

    public void Write(PagePlan plan) => write[plan.Path] = plan;

    public void Write(IEnumerable<PagePlan> plans)
    {
        foreach (var plan in plans)
        {
            Write(plan);
        }
    }

    public void Drop(SitePath path) => drop.Add(path);

    /// <summary>Writes a file that exists as long as something is in it.</summary>
    public void WriteOrDrop(bool exists, SitePath path, Func<PagePlan> plan)
    {
        if (exists)
        {
            Write(plan());
        }
        else
        {
            Drop(path);
        }
    }

    public TouchedFiles Build() => new([.. write.Values], [.. drop.Where(path => !write.ContainsKey(path))]);
}
