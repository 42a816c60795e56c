using System.IO.Compression;

namespace Pamphlet.Imports.Files;

/// <summary>Opens what the operator named: one file, a folder, a zip, or a folder of the zips that a large Takeout comes in.</summary>
internal static class OpenExport
{
    /// <summary>Folders within folders.</summary>
    private const int MostFolders = 16;

    private static readonly EnumerationOptions Within = new()
    {
        IgnoreInaccessible = false,
        // A link may lead out of the folder, to files that nobody meant to publish.
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <exception cref="ExportRefusedException">It is not there, or no honest archive.</exception>
    public static ExportSource Open(string path)
    {
        if (Directory.Exists(path))
        {
            return OpenFolder(path);
        }

        if (File.Exists(path))
        {
            return Open(Bounded(Path.GetFileName(path), path));
        }

        throw new ExportRefusedException(ImportRefusal.NotFound, $"There is no file or folder {path}.");
    }

    /// <summary>One file, wherever it lies.</summary>
    /// <exception cref="ExportRefusedException">It is no honest archive.</exception>
    public static ExportSource Open(ExportFile file) =>
        ExportMarks.IsZip(file) ? OpenZips([file]) : new ExportSource([file], []);

    private static ExportSource OpenFolder(string folder)
    {
        var files = new List<ExportFile>();
        foreach (var found in FilesBelow(folder, MostFolders))
        {
            var name = Path.GetRelativePath(folder, found).Replace(Path.DirectorySeparatorChar, '/');
            if (!ExportMarks.IsNoise(name))
            {
                files.Add(Bounded(name, found));
            }

            RefuseTooMany(files.Count);
        }

        var zips = files.Where(ExportMarks.IsZip).ToList();
        if (zips.Count == 0)
        {
            return new ExportSource(InOrder(files), []);
        }

#pragma warning disable CA2000 // It goes with the source that is returned.
        var unpacked = OpenZips(zips);
#pragma warning restore CA2000
        return new ExportSource(InOrder([.. files.Except(zips), .. unpacked.Files]), [unpacked]);
    }

    /// <summary>A folder that may not be read is refused by its name: without it, half a paper would seem to be all of it.</summary>
    private static IEnumerable<string> FilesBelow(string folder, int depth)
    {
        string[] files;
        string[] folders;
        try
        {
            files = Directory.GetFiles(folder, "*", Within);
            folders = depth == 0 ? [] : Directory.GetDirectories(folder, "*", Within);
        }
        catch (UnauthorizedAccessException)
        {
            throw Unreadable(folder);
        }

        return files.Concat(folders.SelectMany(below => FilesBelow(below, depth - 1)));
    }

    private static FileStream OpenToRead(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (UnauthorizedAccessException)
        {
            throw Unreadable(path);
        }
    }

    private static ExportRefusedException Unreadable(string path) =>
        new(
            ImportRefusal.NotFound,
            $"{path} may not be read by this user. If it is yours: chmod -R u+rX '{path}'. If not, run the import as its owner."
        );

    private static ExportSource OpenZips(IReadOnlyList<ExportFile> zips)
    {
        var archives = new List<IDisposable>();
        var files = new List<ExportFile>();
        try
        {
            foreach (var zip in zips)
            {
                var stream = zip.Open();
                archives.Add(stream);
#pragma warning disable CA2000 // Closed with the source, or by the catch below.
                var archive = new ZipArchive(stream, ZipArchiveMode.Read);
#pragma warning restore CA2000
                archives.Insert(0, archive);
                files.AddRange(ReadZip.Files(archive, zip.Length));
                RefuseTooMany(files.Count);
            }
        }
        catch (InvalidDataException)
        {
            Close(archives);
            throw new ExportRefusedException(
                ImportRefusal.Broken,
                "The zip is damaged or was not downloaded to its end."
            );
        }
        catch
        {
            Close(archives);
            throw;
        }

        return new ExportSource(InOrder(files), archives);
    }

    private static void Close(List<IDisposable> archives) => archives.ForEach(archive => archive.Dispose());

    private static List<ExportFile> InOrder(List<ExportFile> files)
    {
        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    private static void RefuseTooMany(int count)
    {
        if (count > ExportLimits.Files)
        {
            throw new ExportRefusedException(
                ImportRefusal.TooLarge,
                $"There are more than {ExportLimits.Files} files: give the folder of the export itself."
            );
        }
    }

    private static ExportFile Bounded(string name, string path) =>
        new(name, new FileInfo(path).Length, () => OpenToRead(path))
        {
            Modified = new DateTimeOffset(File.GetLastWriteTimeUtc(path)),
        };
}
