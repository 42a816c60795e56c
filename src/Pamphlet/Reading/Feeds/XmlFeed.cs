using System.Buffers;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Pamphlet.Reading.Feeds;

/// <summary>Writes a feed as Atom 1.0 or RSS 2.0.</summary>
internal static class XmlFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static void Write(SyndicationFeed feed, FeedFormat format, IBufferWriter<byte> output)
    {
        if (format == FeedFormat.Rss)
        {
            SayInRss(feed);
        }

        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            SyndicationFeedFormatter formatter = format switch
            {
                FeedFormat.Atom => new Atom10FeedFormatter(feed),
                FeedFormat.Rss => new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false),
                _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not an XML feed."),
            };
            formatter.WriteTo(writer);
        }

        output.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>
    /// RSS asks for a description and for an e-mail address of whoever wrote: it gets the whole text, and a name in Dublin Core's
    /// words instead.
    /// </summary>
    private static void SayInRss(SyndicationFeed feed)
    {
        feed.Description ??= feed.Title;
        feed.Authors.Clear();
        foreach (var link in feed.Links.Where(link => link.RelationshipType is "self" or "hub").ToList())
        {
            var said = new XElement(
                Atom + "link",
                new XAttribute("href", link.Uri.AbsoluteUri),
                new XAttribute("rel", link.RelationshipType)
            );
            if (link.RelationshipType is "self")
            {
                said.Add(new XAttribute("type", "application/rss+xml"));
            }

            feed.Links.Remove(link);
            feed.ElementExtensions.Add(said.CreateReader());
        }

        foreach (var item in feed.Items)
        {
            // Ghost had RSS alone, and in it the bare number, which would be no id in Atom.
            const string Ghost = "urn:ghost:";
            item.Id = item.Id.StartsWith(Ghost, StringComparison.Ordinal) ? item.Id[Ghost.Length..] : item.Id;
            item.Summary = item.Content as TextSyndicationContent;
            item.Content = null;
            item.AttributeExtensions.Clear();
            for (var i = item.Links.Count - 1; i > 0; i--)
            {
                item.Links.RemoveAt(i);
            }

            foreach (var name in item.Authors)
            {
                item.ElementExtensions.Add(new XElement(DublinCore + "creator", name.Name).CreateReader());
            }

            item.Authors.Clear();
        }
    }
}
