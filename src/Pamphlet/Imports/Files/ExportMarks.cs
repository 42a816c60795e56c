namespace Pamphlet.Imports.Files;

/// <summary>What a file is, by its first bytes: a name is only what somebody typed.</summary>
internal static class ExportMarks
{
    private const int HeadLength = 64 * 1024;

    public static bool IsZip(ExportFile file) => file.Length > 21 && Head(file, 4) is [0x50, 0x4b, 3 or 5, 4 or 6];

    /// <summary>What a Mac leaves beside every file: <c>__MACOSX/._feed.atom</c>.</summary>
    public static bool IsNoise(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || path.Contains("/__MACOSX/", StringComparison.Ordinal)
        || path[(path.LastIndexOf('/') + 1)..].StartsWith("._", StringComparison.Ordinal);

    public static ExportKind KindOf(ExportFile file)
    {
        if (file.Length < 4)
        {
            return ExportKind.Unknown;
        }

        using var stream = file.Open();
        var head = new byte[(int)Math.Min(file.Length, HeadLength)];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return ExportText.KindOf(head.AsSpan(0, length));
    }

    private static byte[] Head(ExportFile file, int length)
    {
        using var stream = file.Open();
        var head = new byte[length];
        return head[..stream.ReadAtLeast(head, length, throwOnEndOfStream: false)];
    }
}

internal enum ExportKind
{
    Unknown,

    /// <summary>Atom with Blogger's words in it, of either generation.</summary>
    BloggerFeed,

    /// <summary>Atom or RSS that is no export of Blogger's.</summary>
    OtherFeed,

    /// <summary>The table beside a Takeout's feed.</summary>
    BloggerSettings,

    WordPress,

    Ghost,

    /// <summary>What Blogger's programming interface answers.</summary>
    BloggerApi,

    Markdown,

    /// <summary>A packed archive other than zip.</summary>
    OtherArchive,
}
