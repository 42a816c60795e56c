using Pamphlet.Imports.Files;
using Pamphlet.Imports.Own;
using Pamphlet.Imports.Writing;
using Pamphlet.Storage;

namespace Pamphlet.Imports;

/// <summary>
/// Brings a blog home: <c>pamphlet import</c>. All of it or nothing, in one transaction; a second run changes only what changed
/// at the source, and never what the editors wrote since.
/// </summary>
internal static class ImportPaper
{
    /// <param name="database">Null: none was made yet, and a dry run makes none.</param>
    public static async Task<ImportOutcome> RunAsync(
        ImportRequest request,
        Database? database,
        TimeProvider time,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var wishes = request.Names is { } names ? NameMap.Of(names) : NameMap.Read(request.Authors);
            using var source = request.Content is { } content
                ? OpenExport.Open(new ExportFile(request.Path, content.Length, content.Open))
                : OpenExport.Open(request.Path);
            if (OwnExport.Find(source) is { } own)
            {
                progress?.Report(new ImportProgress("reading", 0, 0));
                return new ImportOutcome.Imported(
                    await new RestorePaper(request, database, own, progress).RunAsync(cancellationToken)
                );
            }

            var notes = new List<string>();
            progress?.Report(new ImportProgress("reading", 0, 0));
            var blogs = RecogniseExport.Blogs(
                source,
                Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(request.Path)),
                notes,
                cancellationToken
            );
            var chosen = request.Blog is { } named ? [.. blogs.Where(blog => blog.IsNamed(named))] : blogs;
            return chosen switch
            {
                [var blog] => new ImportOutcome.Imported(
                    await new ImportBlog(request, database, source, blog, wishes, time.GetUtcNow(), progress).RunAsync(
                        notes,
                        cancellationToken
                    )
                ),
                [] => new ImportOutcome.Refused(
                    ImportRefusal.NoSuchBlog,
                    $"No blog here is called «{request.Blog}»: {string.Join(", ", blogs.Select(blog => $"«{blog.Title}»"))}."
                ),
                _ => new ImportOutcome.SeveralBlogs([.. chosen.Select(blog => blog.Offer)]),
            };
        }
        catch (ExportRefusedException refused)
        {
            return new ImportOutcome.Refused(refused.Reason, refused.Message);
        }
    }
}
