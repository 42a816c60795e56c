using System.Text.RegularExpressions;
using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.WordPress;

/// <summary>Reads one export from its beginning to its end, an item at a time.</summary>
internal sealed partial class WxrReader(ExportFile file)
{
    // Named one by one: beside them stand e-mail addresses, network addresses and what plug-ins kept about people.
    private static readonly HashSet<string> ItemWords = new(StringComparer.Ordinal)
    {
        "title",
        "link",
        "pubDate",
        "dc:creator",
        "guid",
        "content:encoded",
        "excerpt:encoded",
        "wp:post_id",
        "wp:post_date",
        "wp:post_date_gmt",
        "wp:post_modified_gmt",
        "wp:comment_status",
        "wp:post_name",
        "wp:status",
        "wp:post_type",
        "wp:post_password",
        "wp:attachment_url",
    };

    private static readonly HashSet<string> CommentWords = new(StringComparer.Ordinal)
    {
        "wp:comment_id",
        "wp:comment_author",
        "wp:comment_date",
        "wp:comment_date_gmt",
        "wp:comment_content",
        "wp:comment_approved",
        "wp:comment_type",
        "wp:comment_parent",
        "wp:comment_user_id",
    };

    private static readonly HashSet<string> Metas = new(StringComparer.Ordinal)
    {
        "_thumbnail_id",
        "_wp_attachment_image_alt",
        "footnotes",
    };

    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal)
    {
        "title",
        "link",
        "description",
        "language",
        "wp:base_site_url",
        "wp:base_blog_url",
        "wp:wxr_version",
    };

    private readonly Dictionary<string, string> prefixes = new(StringComparer.Ordinal);

    public Dictionary<string, string> Head { get; } = new(StringComparer.Ordinal);

    public List<WxrAuthor> Authors { get; } = [];

    public string? EncodingNote { get; private set; }

    /// <exception cref="ExportRefusedException">The file is torn, hostile or too large.</exception>
    public IEnumerable<WxrItem> Items(CancellationToken cancellationToken)
    {
        using var scan = Open();
        var (count, isWhole) = (0, false);
        while (scan.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            TakePrefixes(scan.Attributes);
            isWhole |= scan is { Tag: WxrTag.End, Name: "channel" or "rss" };
            if (scan.Tag is WxrTag.End)
            {
                continue;
            }

            switch (NameOf(scan))
            {
                case "item":
                    RefuseCount(++count);
                    yield return Item(scan, count);
                    break;
                case "wp:author":
                    Author(scan);
                    break;
                case var name when Heads.Contains(name):
                    Head.TryAdd(name, Clean(scan.Value(ExportLimits.Word), item: null).Trim());
                    break;
                case "rss" or "channel":
                    break;
                case "wp:category" or "wp:tag" or "wp:term" or "image":
                    scan.Skip();
                    break;
            }
        }

        if (!isWhole)
        {
            throw scan.Torn($"the file ends after {count} entries without its last tag");
        }
    }

    private WxrScanner Open()
    {
        using var stream = file.Open();
        var head = new byte[512];
        var encoding = FileEncoding.Of(
            head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false))
        );
        EncodingNote = encoding.Note;
#pragma warning disable CA2000 // Each is closed by the one around it.
        return new WxrScanner(
            new LawfulReader(
                new StreamReader(
                    new BoundedStream(file.Open(), ExportLimits.Feed, file.Path),
                    encoding.Encoding,
                    detectEncodingFromByteOrderMarks: true,
                    bufferSize: 64 * 1024
                )
            ),
            file.Path
        );
#pragma warning restore CA2000
    }

    private WxrItem Item(WxrScanner scan, int number)
    {
        var item = new WxrItem();
        var isEmpty = scan.Tag is WxrTag.Empty;
        while (!isEmpty && scan.Next())
        {
            if (scan.Tag is WxrTag.End)
            {
                if (scan.Name is "item" or "channel")
                {
                    return item;
                }

                continue;
            }

            TakePrefixes(scan.Attributes);
            switch (NameOf(scan))
            {
                case "category":
                    Term(scan, item);
                    break;
                case "wp:postmeta":
                    Meta(scan, item);
                    break;
                case "wp:comment":
                    Comment(scan, item);
                    break;
                case "wp:comment_author_email" or "wp:comment_author_IP":
                    scan.Skip();
                    break;
                case "content:encoded":
                    item.Words.TryAdd("content:encoded", Clean(scan.Value(ExportLimits.Text), item));
                    item.IsTooLong |= scan.WasTooLong;
                    break;
                case var name when ItemWords.Contains(name):
                    item.Words.TryAdd(name, Clean(scan.Value(ExportLimits.Word), item).Trim());
                    break;
                default:
                    scan.Skip();
                    break;
            }

            // Something within was never closed, and the entry ended with it.
            if (scan is { Tag: WxrTag.End, Name: "item" or "channel" })
            {
                return item;
            }
        }

        return isEmpty ? item : throw scan.Torn($"it ends within entry {number} «{item["title"]}»");
    }

    private void Term(WxrScanner scan, WxrItem item)
    {
        var (domain, slug) = (Attribute(scan.Attributes, "domain"), Attribute(scan.Attributes, "nicename"));
        var name = EntryWords.OneLine(XmlReferences.Decode(Clean(scan.Value(ExportLimits.Word), item)));
        if (name.Length > 0 || slug.Length > 0)
        {
            item.Terms.Add(new WxrTerm(domain, slug, name));
        }
    }

    private void Meta(WxrScanner scan, WxrItem item)
    {
        var words = Children(scan, "wp:postmeta", ["wp:meta_key", "wp:meta_value"], item);
        var key = words.GetValueOrDefault("wp:meta_key", "").Trim();
        var value = words.GetValueOrDefault("wp:meta_value", "");
        if (key is "_wp_old_slug")
        {
            item.OldSlugs.Add(value.Trim());
        }
        else if (Metas.Contains(key))
        {
            item.Metas[key] = value;
        }
    }

    private void Comment(WxrScanner scan, WxrItem item)
    {
        var words = Children(scan, "wp:comment", CommentWords, item);
        if (words.Count > 0)
        {
            item.Comments.Add(words);
        }
    }

    private void Author(WxrScanner scan)
    {
        var words = Children(
            scan,
            "wp:author",
            ["wp:author_id", "wp:author_login", "wp:author_display_name"],
            item: null
        );
        var login = words.GetValueOrDefault("wp:author_login", "").Trim();
        if (login.Length > 0)
        {
            Authors.Add(
                new WxrAuthor(
                    words.GetValueOrDefault("wp:author_id", "").Trim(),
                    login,
                    EntryWords.PrintableName(words.GetValueOrDefault("wp:author_display_name", ""))
                )
            );
        }
    }

    /// <summary>The wanted children of the element that the scanner stands on, up to its end.</summary>
    private Dictionary<string, string> Children(
        WxrScanner scan,
        string parent,
        IReadOnlyCollection<string> wanted,
        WxrItem? item
    )
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var isForeign = NamesAnother(scan.Attributes);
        var isEmpty = scan.Tag is WxrTag.Empty;
        while (!isEmpty && scan.Next())
        {
            if (scan.Tag is WxrTag.End)
            {
                if (NameOf(scan).Equals(parent, StringComparison.Ordinal) || scan.Name is "item" or "channel")
                {
                    return isForeign ? [] : words;
                }

                continue;
            }

            var name = NameOf(scan);
            if (wanted.Contains(name, StringComparer.Ordinal))
            {
                words.TryAdd(name, Clean(scan.Value(ExportLimits.Text), item));
            }
            else
            {
                CountPersonal(name, scan, item);
            }
        }

        return isEmpty ? words : throw scan.Torn($"<{parent}> is never closed");
    }

    private static void CountPersonal(string name, WxrScanner scan, WxrItem? item)
    {
        var kind = name switch
        {
            "wp:comment_author_email" => "reader's e-mail address",
            "wp:comment_author_IP" => "reader's network address",
            "wp:comment_author_url" => "reader's own site",
            _ => null,
        };
        if (kind is null)
        {
            scan.Skip();
        }
        else if (scan.Value(ExportLimits.Word).Trim().Length > 0)
        {
            item?.LeftBehind.Add(kind);
        }
    }

    private static string Clean(string words, WxrItem? item)
    {
        if (words.AsSpan().IndexOfAny(MendingFallback.Mended, MendingFallback.Forbidden) < 0)
        {
            return words;
        }

        if (item is not null)
        {
            item.Mended += words.AsSpan().Count(MendingFallback.Mended);
            item.Forbidden += words.AsSpan().Count(MendingFallback.Forbidden);
        }

        return words
            .Replace(MendingFallback.Mended.ToString(), "", StringComparison.Ordinal)
            .Replace(MendingFallback.Forbidden.ToString(), "", StringComparison.Ordinal);
    }

    // Some files bind WordPress's words to a prefix of their own; the version in the address does not matter.
    private void TakePrefixes(string attributes)
    {
        foreach (Match match in Binding().Matches(attributes))
        {
            var usual = UsualPrefix(match.Groups["uri"].Value);
            if (usual is not null)
            {
                prefixes.TryAdd(match.Groups["prefix"].Value, usual);
            }
        }
    }

    /// <summary>Whether the element itself binds one of the usual prefixes to something else.</summary>
    private static bool NamesAnother(string attributes) =>
        Binding()
            .Matches(attributes)
            .Any(match => match.Groups["prefix"].Value is "wp" && UsualPrefix(match.Groups["uri"].Value) is not "wp");

    private static string? UsualPrefix(string uri) =>
        uri.EndsWith("/excerpt/", StringComparison.Ordinal) ? "excerpt"
        : Export().IsMatch(uri) ? "wp"
        : uri.StartsWith("http://purl.org/rss/1.0/modules/content", StringComparison.Ordinal) ? "content"
        : uri.StartsWith("http://purl.org/dc/elements", StringComparison.Ordinal) ? "dc"
        : null;

    private string NameOf(WxrScanner scan)
    {
        var colon = scan.Name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && prefixes.TryGetValue(scan.Name[..colon], out var usual)
            ? $"{usual}{scan.Name.AsSpan(colon)}"
            : scan.Name;
    }

    private static string Attribute(string attributes, string name)
    {
        var match = Regex.Match(
            attributes,
            $@"(^|\s){name}\s*=\s*(""(?<value>[^""]*)""|'(?<value>[^']*)')",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        return match.Success ? Uri.UnescapeDataString(XmlReferences.Decode(match.Groups["value"].Value)) : "";
    }

    private static void RefuseCount(int count)
    {
        if (count > ExportLimits.Entries)
        {
            throw new ExportRefusedException(
                ImportRefusal.TooLarge,
                $"The file holds more than {ExportLimits.Entries} entries."
            );
        }
    }

    [GeneratedRegex(
        "xmlns:(?<prefix>[A-Za-z0-9_]{1,20})\\s*=\\s*[\"'](?<uri>[^\"']{0,200})[\"']",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Binding();

    [GeneratedRegex(@"^https?://wordpress\.org/export/", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Export();
}
