using System.Xml;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Blogger;

/// <summary>Reads one <c>entry</c> of either generation. Prefixes are strangers' choice: elements are known by their own names.</summary>
internal static class ReadEntry
{
    private const string KindScheme = "http://schemas.google.com/g/2005#kind";

    /// <summary>The reader stands on the entry, and behind it afterwards.</summary>
    public static EntryDraft From(XmlReader xml)
    {
        var draft = new EntryDraft();
        Children(xml, () => Read(xml, draft));
        return draft;
    }

    private static void Read(XmlReader xml, EntryDraft draft)
    {
        switch (xml.LocalName)
        {
            // A picture's own title and content, in the words of Media RSS, would take the place of the text's.
            case "content" or "title" when xml.Prefix is "media":
                break;
            case "content":
                ReadWords.Content(xml, draft);
                return;
            case "author":
                Children(xml, () => ReadAuthor(xml, draft));
                return;
            case "control":
                Children(xml, () => draft.IsDraft |= xml.LocalName is "draft" & Word(xml, draft) is "yes");
                return;
            case "category":
                ReadCategory(xml, draft);
                break;
            case "link":
                ReadLink(xml, draft);
                break;
            case "in-reply-to":
                draft.Parent = xml.GetAttribute("ref") ?? "";
                break;
            case "extendedProperty":
                ReadProperty(xml, draft);
                break;
            case "location" or "featurename":
                // Where somebody was when they wrote is nobody's business.
                var place = Word(xml, draft);
                draft.LeftBehind.AddRange(place.Length > 0 ? ["location"] : []);
                return;
            default:
                ReadWord(xml.LocalName, draft, Word(xml, draft));
                return;
        }

        Word(xml, draft);
    }

    private static void ReadWord(string name, EntryDraft draft, string word)
    {
        Action<string> keep = name switch
        {
            "id" => value => draft.Id = value,
            "type" => value => draft.Type = value,
            "status" => value => draft.Status = value,
            "title" => value => draft.Title = value,
            "metaDescription" => value => draft.Summary = value,
            "published" => value => draft.Published = value,
            "updated" => value => draft.Updated = value,
            "created" => value => draft.Created = value,
            "filename" => value => draft.Filename = value,
            "trashed" => value => draft.Trashed = value,
            "parent" => value => draft.Parent = value,
            "inReplyTo" => value => draft.InReplyTo = value,
            _ => _ => { },
        };
        keep(word);
    }

    private static void ReadAuthor(XmlReader xml, EntryDraft draft)
    {
        var name = xml.LocalName;
        var word = Word(xml, draft);
        switch (name)
        {
            case "name":
                draft.AuthorName = word;
                break;
            case "uri":
                draft.AuthorUri = word;
                draft.LeftBehind.AddRange(word.Length > 0 ? ["profile address"] : []);
                break;
            case "type":
                draft.AuthorType = word;
                break;
            case "email" when word.Length > 0 && word is not "noreply@blogger.com":
                draft.LeftBehind.Add("e-mail address");
                break;
            case "image":
                draft.LeftBehind.Add("profile picture");
                break;
        }
    }

    private static void ReadCategory(XmlReader xml, EntryDraft draft)
    {
        var term = xml.GetAttribute("term") ?? "";
        if (xml.GetAttribute("scheme") is KindScheme)
        {
            draft.Kind = term[(term.IndexOf('#', StringComparison.Ordinal) + 1)..];
        }
        else if (!string.IsNullOrWhiteSpace(term))
        {
            draft.Labels.Add(term.Trim());
        }
    }

    private static void ReadLink(XmlReader xml, EntryDraft draft)
    {
        if (xml.GetAttribute("href") is { Length: > 0 } address)
        {
            draft.Links.TryAdd(xml.GetAttribute("rel") ?? "alternate", address);
        }
    }

    private static void ReadProperty(XmlReader xml, EntryDraft draft)
    {
        switch (xml.GetAttribute("name"))
        {
            case "blogger.contentRemoved":
                draft.IsRemoved = xml.GetAttribute("value") is "true";
                break;
            case "blogger.itemClass":
                draft.LeftBehind.Add("tracking number");
                break;
        }
    }

    private static string Word(XmlReader xml, EntryDraft draft) =>
        (ReadWords.Within(xml, draft, ExportLimits.Word) ?? "").Trim();

    /// <summary>Calls back once on each child element; the callback moves behind it.</summary>
    private static void Children(XmlReader xml, Action child)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        xml.Read();
        while (xml.NodeType != XmlNodeType.EndElement && !xml.EOF)
        {
            FeedReader.RefuseDepth(xml);
            if (xml.NodeType == XmlNodeType.Element)
            {
                child();
            }
            else
            {
                xml.Read();
            }
        }

        xml.Read();
    }
}
