using System.Text;
using System.Text.Json;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Exports;

/// <summary><c>pamphlet export --as source DIR</c>: everything a paper owns, as files.</summary>
internal static class KeepPaper
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>How the paper may be read again, for whoever finds the folder without the program.</summary>
    private const string ReadMe = """
        A paper, as its makers own it.

        texts/ and drafts/   each text as Markdown; what stands before the words says its title, day, names and subjects
                             the .json beside it holds the rest: older versions, the discussion, ids
        pictures/            as the paper shows them, in each size
        paper.json           the paper's name and settings, its pen names, subjects, series and old addresses

        To make the paper again:   pamphlet import THIS-FOLDER
        Any program that reads Markdown with front matter (Hugo, Jekyll and others) reads the texts too.

        """;

    public static Task<ExportedSource> RunAsync(
        Database database,
        Publication paper,
        string folder,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return RunAsync(
            database,
            paper,
            async (file, content) =>
                await File.WriteAllBytesAsync(Place(folder, file), content.ToArray(), cancellationToken),
            cancellationToken
        );
    }

    /// <param name="put">Gets each file's path, parted by <c>/</c>, and what is in it; <c>paper.json</c> comes last.</param>
    public static async Task<ExportedSource> RunAsync(
        Database database,
        Publication paper,
        Func<string, ReadOnlyMemory<byte>, Task> put,
        CancellationToken cancellationToken
    )
    {
        var read = new ReadPaper(database, paper);
        var kept = await read.PaperAsync(cancellationToken);
        var names = kept.PenNames.ToDictionary(name => name.Id, name => name.Name, StringComparer.Ordinal);
        var tags = kept.Tags.ToDictionary(tag => tag.Id, tag => tag.Name, StringComparer.Ordinal);
        var (texts, comments, pictures) = (0, 0, 0);
        await put("README.txt", Utf8.GetBytes(ReadMe));
        await foreach (var (text, markdown) in read.TextsAsync(cancellationToken))
        {
            var file = KeptFiles.Text(text.Path, text.Id);
            var words = TextFile.Of(
                text,
                [.. text.Bylines.Select(byline => names[byline.PenName])],
                [.. text.Tags.Select(tag => tags[tag])],
                markdown
            );
            await put(file + ".md", Utf8.GetBytes(words));
            await put(file + ".json", Json(text));
            texts++;
            comments += text.Comments.Count;
        }

        foreach (var picture in kept.Pictures)
        {
            foreach (var file in picture.Files)
            {
                await put(file.File, await read.PictureAsync(picture, file, cancellationToken));
            }

            pictures++;
        }

        // Last: a folder without it is not taken for a whole export.
        await put(KeptFiles.Paper, Json(kept));
        return new ExportedSource(texts, comments, pictures);
    }

    private static byte[] Json<T>(T kept) => Utf8.GetBytes(JsonSerializer.Serialize(kept, KeptJson.Options) + "\n");

    private static string Place(string folder, string file)
    {
        var place = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return place;
    }
}

/// <param name="Comments">In every state.</param>
internal sealed record ExportedSource(int Texts, int Comments, int Pictures);
