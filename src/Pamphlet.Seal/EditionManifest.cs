using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>Every file of an edition and its hash: <c>manifest-sha256.txt</c>, which <c>sha256sum -c</c> can check.</summary>
/// <remarks>
/// Lines are sorted by the UTF-8 bytes of their paths, so that one set of files has one manifest; whatever parses prints back
/// byte for byte. No two paths are equal under case folding, so that a copy on a FAT stick loses nothing.
/// </remarks>
public sealed class EditionManifest
{
    /// <summary>The manifest's own name beside <c>data/</c> and <c>edition/</c>; no line lists it.</summary>
    public const string FileName = "manifest-sha256.txt";

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private EditionManifest(IReadOnlyList<ManifestLine> lines)
    {
        Lines = lines;
    }

    /// <summary>Sorted by path.</summary>
    public IReadOnlyList<ManifestLine> Lines { get; }

    /// <summary>Lists files that this program wrote.</summary>
    /// <exception cref="ArgumentException">Two paths cannot stand beside each other: the caller's fault.</exception>
    public static EditionManifest Of(IEnumerable<ManifestLine> lines) =>
        TryList(lines, out var manifest, out var refusal)
            ? manifest
            : throw new ArgumentException($"These files make no edition: {refusal}.", nameof(lines));

    /// <summary>Lists files whose paths editors chose.</summary>
    public static bool TryList(
        IEnumerable<ManifestLine> lines,
        [NotNullWhen(true)] out EditionManifest? manifest,
        out ManifestRefusal refusal
    )
    {
        var sorted = lines.OrderBy(line => line.Path).ToArray();
        refusal = FindClash(sorted);
        manifest = refusal == ManifestRefusal.None ? new EditionManifest(sorted) : null;
        return manifest is not null;
    }

    /// <summary>Reads a manifest that a stranger may have written.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> text,
        [NotNullWhen(true)] out EditionManifest? manifest,
        out ManifestRefusal refusal
    )
    {
        manifest = null;
        var lines = new List<ManifestLine>();
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            if (end < 0)
            {
                refusal = ManifestRefusal.CutLine;
                return false;
            }

            refusal = ReadLine(text[..end], out var line);
            if (refusal != ManifestRefusal.None)
            {
                return false;
            }

            lines.Add(line!);
            text = text[(end + 1)..];
        }

        refusal = FindClash(lines);
        manifest = refusal == ManifestRefusal.None ? new EditionManifest(lines) : null;
        return manifest is not null;
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes()
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (var line in Lines)
        {
            line.WriteTo(output);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>The root of the RFC 6962 tree over the lines.</summary>
    public ContentHash PageRoot() => TreeHash.Root(Lines.Select(line => line.LeafHash()));

    private static ManifestRefusal ReadLine(ReadOnlySpan<byte> bytes, out ManifestLine? line)
    {
        line = null;
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return ManifestRefusal.NotUtf8;
        }

        const int HashLength = 2 * ContentHash.Size;
        if (text.Length < HashLength || !ContentHash.TryParse(text.AsSpan(0, HashLength), out var hash))
        {
            return ManifestRefusal.NoHash;
        }

        if (!text.AsSpan(HashLength).StartsWith("  ", StringComparison.Ordinal))
        {
            return ManifestRefusal.NoSeparator;
        }

        if (!SitePath.TryParse(text[ManifestLine.PathAt..], out var path))
        {
            return ManifestRefusal.BadPath;
        }

        line = new ManifestLine(hash, path);
        return ManifestRefusal.None;
    }

    private static ManifestRefusal FindClash(IReadOnlyList<ManifestLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            var order = lines[i - 1].Path.CompareTo(lines[i].Path);
            if (order >= 0)
            {
                return order == 0 ? ManifestRefusal.Twice : ManifestRefusal.NotSorted;
            }
        }

        var files = new HashSet<string>(lines.Count, StringComparer.OrdinalIgnoreCase);
        if (lines.Any(line => !files.Add(line.Path.Value)))
        {
            return ManifestRefusal.SameButForCapitals;
        }

        var isFile = files.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in lines)
        {
            var folder = line.Path.Value.AsSpan();
            for (var slash = folder.LastIndexOf('/'); slash >= 0; slash = folder.LastIndexOf('/'))
            {
                folder = folder[..slash];
                if (isFile.Contains(folder))
                {
                    return ManifestRefusal.FileAsFolder;
                }
            }
        }

        return ManifestRefusal.None;
    }
}
