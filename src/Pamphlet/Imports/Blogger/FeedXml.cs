using System.Text;
using System.Xml;
using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Blogger;

/// <summary>Opens a feed for reading: whatever encoding it is in, however often prefixes were left undeclared, and nothing but the file.</summary>
internal static class FeedXml
{
    /// <summary>Prefixes that real exports use without declaring them. What they would name does not matter: elements are known by their own names.</summary>
    private static readonly string[] Usual =
    [
        "app",
        "atom",
        "blogger",
        "content",
        "dc",
        "excerpt",
        "gd",
        "georss",
        "media",
        "openSearch",
        "thr",
        "wfw",
        "wp",
    ];

    public static XmlReader Open(ExportFile file, out string? encodingNote)
    {
        var (encoding, note) = EncodingOf(file);
        encodingNote = note;
#pragma warning disable CA2000 // Each is closed by the one around it, the last by the XML reader.
        var text = new LawfulReader(
            new StreamReader(
                new BoundedStream(file.Open(), ExportLimits.Feed, file.Path),
                encoding,
                detectEncodingFromByteOrderMarks: false,
                bufferSize: 64 * 1024
            )
        );
#pragma warning restore CA2000

        var prefixes = new XmlNamespaceManager(new NameTable());
        foreach (var prefix in Usual)
        {
            prefixes.AddNamespace(prefix, $"urn:undeclared:{prefix}");
        }

        return XmlReader.Create(
            new LeadingTrimReader(text),
            new XmlReaderSettings
            {
                // A document type is good for two things here: to read the operator's files, and to fill the memory.
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = ExportLimits.Feed,
                MaxCharactersFromEntities = 1024,
                CheckCharacters = false,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
                NameTable = prefixes.NameTable,
            },
            new XmlParserContext(prefixes.NameTable, prefixes, xmlLang: null, XmlSpace.None)
        );
    }

    private static FileEncoding EncodingOf(ExportFile file)
    {
        using var stream = file.Open();
        var head = new byte[512];
        return FileEncoding.Of(head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }
}
