using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Text;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Writing;

/// <summary>The words of a text in this paper's Markdown, with a title, in its own language.</summary>
internal sealed class ConvertText(
    LinksElsewhere elsewhere,
    ImportPictures pictures,
    Tally tally,
    Language usual,
    bool isUsualFixed
)
{
    /// <summary>A title made of words is no longer than these.</summary>
    private const int TitleWords = 8;

    /// <summary>Addresses in one note.</summary>
    private const int MostAddresses = 4;

    public async Task<WrittenText> RunAsync(SourceEntry text, CancellationToken cancellationToken)
    {
        var language =
            isUsualFixed ? usual
            : text.Language is { } said && TextLanguage.OfLocale(said) is { } own ? own
            : TextLanguage.Of(text.Title + "\n" + PlainWords.Of(text.Html), usual);
        var found = new List<FoundPicture>();
        var foreign = new HashSet<string>(StringComparer.Ordinal);
        var options = new HtmlToMarkdownOptions(language)
        {
            RewriteAddress = address => elsewhere.Rewrite(address, foreign),
            LinesAreParagraphs = text.LinesAreParagraphs,
        };
        var converted = HtmlToMarkdown.Convert(
            text.Html,
            options with
            {
                PictureFor = picture =>
                {
                    found.Add(picture);
                    return null;
                },
            }
        );
        // Twice, so that no conversion waits for a disk or a network.
        if (await pictures.ReceiveAsync(found, cancellationToken))
        {
            converted = HtmlToMarkdown.Convert(text.Html, options with { PictureFor = pictures.For });
        }

        var lead = await LeadAsync(text, cancellationToken);
        elsewhere.Count(foreign);
        Count(text, converted);
        return new WrittenText(Title(text), CleanText.Of(text.Summary), converted, language) { Lead = lead };
    }

    /// <summary>The pictures of all texts, for an album's names tell only together which picture is which.</summary>
    public async Task LookForPicturesAsync(IEnumerable<SourceEntry> texts, CancellationToken cancellationToken)
    {
        if (!pictures.NeedsAll)
        {
            return;
        }

        var found = new List<FoundPicture>();
        foreach (var text in texts)
        {
            HtmlToMarkdown.Convert(text.Html, new HtmlToMarkdownOptions(usual) { PictureFor = Collect });
            if (text.LeadPicture is { } lead)
            {
                found.Add(Shown(lead));
            }
        }

        await pictures.LookForAllAsync(found, cancellationToken);

        string? Collect(FoundPicture picture)
        {
            // What lies within a text is at hand when the text's turn comes; thousands of them at once would fill the memory.
            found.AddRange(picture.Bytes.IsEmpty ? [picture] : []);
            return null;
        }
    }

    /// <summary>The <c>picture:ID</c> that stands for the text in lists, where the old site named one and the paper has it.</summary>
    private async Task<string?> LeadAsync(SourceEntry text, CancellationToken cancellationToken)
    {
        if (text.LeadPicture is not { } lead)
        {
            return null;
        }

        var picture = Shown(lead);
        if (await pictures.ReceiveAsync([picture], cancellationToken))
        {
            tally.FoundPictures++;
            return pictures.For(picture);
        }

        tally.MissingPictures++;
        return null;
    }

    private static FoundPicture Shown(SourcePicture lead) =>
        new(lead.Address, lead.Address, lead.Alt, Width: null, Height: null, ReadOnlyMemory<byte>.Empty);

    private string Title(SourceEntry text)
    {
        if (text.Title.Length > 0)
        {
            return text.Title;
        }

        var words = PlainWords.First(text.Html, TitleWords);
        tally.Note(
            words.Length > 0
                ? $"{text.Kind} {text.Number} had no title; its first words are it now: «{words}»."
                : $"{text.Kind} {text.Number} had neither title nor words; its number is its title now."
        );
        return words.Length > 0 ? words : text.Number;
    }

    private void Count(SourceEntry text, ConvertedText converted)
    {
        tally.FoundPictures += converted.Pictures.Count;
        tally.MissingPictures += converted.MissingPictures.Count;
        if (converted.MissingPictures.Count > 0)
        {
            tally.Note(
                $"{TextPlan.Called(text)} links to {Counted.Of(converted.MissingPictures.Count, "picture")} elsewhere: {string.Join(", ", converted.MissingPictures.Take(MostAddresses))}{(converted.MissingPictures.Count > MostAddresses ? " …" : "")}"
            );
        }

        foreach (var (kind, times) in converted.Dropped)
        {
            tally.Drop(kind, times);
        }
    }
}

internal sealed record WrittenText(string Title, string Summary, ConvertedText Converted, Language Language)
{
    public string Markdown => Converted.Markdown;

    /// <summary>The <c>picture:ID</c> that the old site showed in its lists, or null.</summary>
    public string? Lead { get; init; }
}
