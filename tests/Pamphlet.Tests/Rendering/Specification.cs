using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

/// <summary>The dialect's specification: each <c>Specs/*.md</c> is prose with examples, an input and what it must become.</summary>
internal static class Specification
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Rendering", "Specs");

    public static IEnumerable<Example> All() =>
        Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal).SelectMany(Read);

    /// <summary>A fence of four backticks named <c>md</c> (and a language) begins an example; <c>html</c>, <c>excerpt</c>, <c>plain</c> follow.</summary>
    private static IEnumerable<Example> Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var heading = "";
        Example? example = null;
        var lines = File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
            {
                heading = lines[i].TrimStart('#', ' ');
            }

            if (!lines[i].StartsWith("````", StringComparison.Ordinal))
            {
                continue;
            }

            var info = lines[i].Trim('`', ' ').Split(' ');
            var end = Array.IndexOf(lines, "````", i + 1);
            Assert.True(end > i, $"{name}: the fence in line {i + 1} has no end");
            var text = string.Join('\n', lines[(i + 1)..end]);
            i = end;
            if (info[0] is "md")
            {
                if (example is not null)
                {
                    yield return example;
                }

                var language = info.Length > 1 ? Language.From(info[1]) : Language.English;
                example = new Example($"{name}, line {end - text.Count('\n')}: {heading}", language, text, []);
            }
            else
            {
                Assert.NotNull(example);
                example.Expected.Add(info[0], text);
            }
        }

        if (example is not null)
        {
            yield return example;
        }
    }

    internal sealed record Example(string Name, Language Language, string Markdown, Dictionary<string, string> Expected)
    {
        public override string ToString() => Name;
    }
}
