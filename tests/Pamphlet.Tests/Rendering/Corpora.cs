using System.Text.Json;

namespace Pamphlet.Tests.Rendering;

/// <summary>Hostile and odd texts that others collected. They lie outside the repository; without them these tests are skipped by name.</summary>
internal static class Corpora
{
    private static readonly string? Folder = Find();

    /// <summary>525 payloads against HTML sanitisers.</summary>
    public static List<(string Id, string Text)> KnownAttacks() =>
        [
            .. File.ReadLines(Need("xss-known.jsonl"))
                .Select(line => JsonElement.Parse(line))
                .Select(line =>
                    (
                        line.GetProperty("src").GetString() + " " + line.GetProperty("id"),
                        line.GetProperty("payload").GetString()!
                    )
                ),
        ];

    /// <summary>Attacks and bombs written for Markdown.</summary>
    public static List<(string Id, string Text)> HostileMarkdown()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Need("own-markdown-hostile/hostile.json")));
        return
        [
            .. document
                .RootElement.GetProperty("cases")
                .EnumerateArray()
                .Select(item => (Id: item.GetProperty("id").GetString()!, Item: item))
                .Select(item =>
                    (item.Id, item.Item.TryGetProperty("md", out var text) ? text.GetString()! : Generated(item.Id))
                ),
        ];
    }

    /// <summary>The bombs are stored as recipes.</summary>
    public static string Generated(string id) =>
        id switch
        {
            "gen-deep-quote" => Repeat("> ", 200) + "x",
            "gen-brackets" => Repeat("[", 4000),
            "gen-ref-bomb" => "[a]: http://x.y/" + Repeat("u", 2000) + "\n\n" + Repeat("[a]", 666),
            "gen-emphasis" => Repeat("*a_ ", 1000),
            "gen-list" => Repeat("- ", 2000) + "x",
            _ => throw new InvalidOperationException($"No recipe is known for {id}."),
        };

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>The examples of the CommonMark specification.</summary>
    public static List<(string Id, string Text)> CommonMark()
    {
        const string Fence = "````````````````````````````````";
        var examples = new List<(string, string)>();
        var lines = File.ReadAllLines(Need("commonmark/spec.txt"));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == Fence + " example")
            {
                var end = Array.IndexOf(lines, ".", i);
                examples.Add(($"line {i + 1}", string.Join('\n', lines[(i + 1)..end]).Replace('→', '\t')));
            }
        }

        return examples;
    }

    /// <summary>The folder of all of them.</summary>
    public static string All => Path.GetFullPath(Need("."));

    private static string Need(string file)
    {
        Assert.SkipWhen(Folder is null, "The shared test data is not here: set PAMPHLET_SHARED.");
        return Path.Combine(Folder!, "corpora", file);
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("PAMPHLET_SHARED");
        if (!string.IsNullOrEmpty(named))
        {
            return named;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pamphlet.slnx")))
        {
            folder = folder.Parent;
        }

        // A second working tree of the repository may lie deeper.
        for (var root = folder?.Parent; root is not null; root = root.Parent)
        {
            var shared = Path.Combine(root.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "corpora")))
            {
                return shared;
            }
        }

        return null;
    }
}
