using System.Xml;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Blogger;

/// <summary>Reads a feed from its beginning to its end, one entry at a time: what is kept of an entry is the caller's to decide.</summary>
internal sealed class FeedReader(ExportFile file)
{
    public FeedHead Head { get; } = new();

    /// <summary>What had to be repaired to read the file at all, or null.</summary>
    public string? EncodingNote { get; private set; }

    /// <exception cref="ExportRefusedException">The file is torn, hostile or too large.</exception>
    public IEnumerable<EntryDraft> Entries(CancellationToken cancellationToken)
    {
        using var xml = FeedXml.Open(file, out var note);
        EncodingNote = note;
        Guarded(xml, () => xml.MoveToContent());
        var isFeed = xml is { NodeType: XmlNodeType.Element, LocalName: "feed" };
        if (!isFeed)
        {
            throw new ExportRefusedException(ImportRefusal.NotAnExport, $"{file.Path} is no feed.");
        }

        Guarded(xml, () => xml.Read());
        for (var count = 0; xml.NodeType != XmlNodeType.EndElement && !xml.EOF; )
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = Guarded(xml, () => Next(xml));
            if (entry is not null)
            {
                RefuseCount(++count);
                yield return entry;
            }
        }

        if (xml.EOF)
        {
            throw Broken("it ends in the middle");
        }
    }

    public static void RefuseDepth(XmlReader xml)
    {
        if (xml.Depth > ExportLimits.Depth)
        {
            throw new ExportRefusedException(
                ImportRefusal.TooLarge,
                $"The file nests elements more than {ExportLimits.Depth} deep: no export does."
            );
        }
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

    private EntryDraft? Next(XmlReader xml)
    {
        if (xml.NodeType != XmlNodeType.Element)
        {
            xml.Read();
            return null;
        }

        if (xml.LocalName is "entry")
        {
            return ReadEntry.From(xml);
        }

        Head.Read(xml);
        return null;
    }

    private T Guarded<T>(XmlReader xml, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException wrong)
        {
            throw Refusal(xml, wrong);
        }
        catch (InvalidDataException)
        {
            throw Broken("the archive around it is damaged");
        }
    }

    private ExportRefusedException Refusal(XmlReader xml, XmlException wrong)
    {
        var isDocumentType =
            wrong.Message.Contains("DTD", StringComparison.Ordinal) || xml.NodeType == XmlNodeType.DocumentType;
        if (isDocumentType)
        {
            return new ExportRefusedException(
                ImportRefusal.Hostile,
                $"{file.Path} brings a document type definition. No export has one, and it serves only attacks."
            );
        }

        return wrong.Message.Contains("MaxCharacters", StringComparison.Ordinal)
            ? new ExportRefusedException(ImportRefusal.TooLarge, $"{file.Path} is too large to be a blog's texts.")
            : Broken($"line {wrong.LineNumber}, place {wrong.LinePosition}: it is no well-formed XML there");
    }

    private ExportRefusedException Broken(string how) =>
        new(ImportRefusal.Broken, $"{file.Path} cannot be read to its end: {how}. Please export or download it again.");
}
