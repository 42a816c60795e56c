using System.Text;
using System.Text.Json;
using Pamphlet.Exports;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Own;

/// <summary>What <c>pamphlet export --as source</c> wrote, opened to be read. It is a stranger's file like any other.</summary>
internal sealed class OwnExport
{
    private readonly Dictionary<string, ExportFile> files;

    private OwnExport(KeptPaper paper, Dictionary<string, ExportFile> files)
    {
        Paper = paper;
        this.files = files;
    }

    public KeptPaper Paper { get; }

    /// <returns>Null where the source is none.</returns>
    /// <exception cref="ExportRefusedException">It is one, and cannot be read.</exception>
    public static OwnExport? Find(ExportSource source)
    {
        // In a zip, or one folder further down, the same folder may lie below another.
        var found = source
            .Files.Where(file => file.Name is KeptFiles.Paper)
            .OrderBy(file => file.Path.Length)
            .FirstOrDefault();
        if (
            found is null
            || found.Length > ExportLimits.Text
            || !Text(found).Contains($"\"{KeptPaper.ThisFormat}\"", StringComparison.Ordinal)
        )
        {
            return null;
        }

        var root = found.Folder.Length > 0 ? found.Folder + "/" : "";
        var paper = Read<KeptPaper>(found);
        if (paper.Version > KeptPaper.ThisVersion)
        {
            throw new ExportRefusedException(
                ImportRefusal.NotAnExport,
                $"{found.Path} was written by a newer version of this program (form {paper.Version})."
            );
        }

        return new OwnExport(
            paper,
            source
                .Files.Where(file => file.Path.StartsWith(root, StringComparison.Ordinal))
                .ToDictionary(file => file.Path[root.Length..], StringComparer.Ordinal)
        );
    }

    /// <summary>Every text with its words, in the order of the paths.</summary>
    public IEnumerable<(KeptText Text, string Markdown)> Texts()
    {
        var all = files
            .Where(file =>
                file.Key.StartsWith("texts/", StringComparison.Ordinal)
                || file.Key.StartsWith("drafts/", StringComparison.Ordinal)
            )
            .Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal);
        foreach (var (path, file) in all)
        {
            var words = files.TryGetValue(path[..^".json".Length] + ".md", out var beside)
                ? TextFile.WordsOf(Text(beside))
                : null;
            yield return (
                Read<KeptText>(file),
                words
                    ?? throw new ExportRefusedException(
                        ImportRefusal.Broken,
                        $"The words of {path} are not beside it (.md), or have nothing before them."
                    )
            );
        }
    }

    /// <exception cref="ExportRefusedException">It is not there.</exception>
    public byte[] Bytes(string path)
    {
        if (!files.TryGetValue(path, out var file))
        {
            throw new ExportRefusedException(ImportRefusal.Broken, $"The picture {path} is not in the export.");
        }

        using var stream = new BoundedStream(file.Open(), ExportLimits.Picture, file.Path);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static T Read<T>(ExportFile file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Text(file), KeptJson.Options) ?? throw new JsonException();
        }
        catch (JsonException wrong)
        {
            throw new ExportRefusedException(
                ImportRefusal.Broken,
                $"{file.Path} cannot be read (line {wrong.LineNumber + 1})."
            );
        }
    }

    private static string Text(ExportFile file)
    {
        using var reader = new StreamReader(
            new BoundedStream(file.Open(), ExportLimits.Text * 4L, file.Path),
            Encoding.UTF8
        );
        return reader.ReadToEnd();
    }
}
