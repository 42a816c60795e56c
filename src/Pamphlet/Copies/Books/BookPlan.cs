using System.Security.Cryptography;
using System.Text;
using Pamphlet.Reading.Words;
using Pamphlet.Rendering;

namespace Pamphlet.Copies.Books;

/// <summary>Texts that are bound together.</summary>
/// <param name="Title">Of the book.</param>
/// <param name="Language">Of most of it: it decides from which side pages turn.</param>
internal sealed record BookPlan(PaperCopy Paper, string Title, Language Language, IReadOnlyList<CopiedText> Texts)
{
    public Phrasebook Words => Phrasebooks.For(Language, Paper.Language);

    /// <summary>The same texts always have the same name.</summary>
    public string Id
    {
        get
        {
            var named = string.Join('\n', Texts.Select(text => text.Path.Value).Prepend($"{Paper.Home}{Paper.Name}"));
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 16);

            // A name made from a hash, as RFC 9562 calls version 8.
            hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
            hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
            return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
        }
    }

    /// <summary>The last day on which one of its texts changed.</summary>
    public string Changed =>
        Texts
            .Select(text => text.Changed)
            .Where(day => day.Length > 0)
            .DefaultIfEmpty("2000-01-01")
            .Max(StringComparer.Ordinal)!;

    public IEnumerable<string> Names => Texts.SelectMany(text => text.Names).Distinct(StringComparer.Ordinal);

    public static BookPlan OfText(PaperCopy paper, CopiedText text) => new(paper, text.Title, text.Language, [text]);

    public static BookPlan OfMany(PaperCopy paper, string title, IReadOnlyList<CopiedText> texts)
    {
        var most = texts.GroupBy(text => text.Language).OrderByDescending(group => group.Count()).First().Key;
        return new BookPlan(paper, title, most, texts);
    }

    public static string FileOf(int place) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"text-{place + 1:D4}.xhtml");
}
