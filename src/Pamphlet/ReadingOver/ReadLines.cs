namespace Pamphlet.ReadingOver;

/// <summary>Takes what will be published apart into lines.</summary>
internal static class ReadLines
{
    public static IReadOnlyList<ReadLine> Of(TextToRead text)
    {
        var lines = new List<ReadLine>();
        Add(Place.Title, text.Title);
        Add(Place.Subtitle, text.Subtitle);
        Add(Place.Summary, text.Summary);
        // An address is read with its hyphens as spaces, as its words were.
        Add(Place.Address, text.Slug.Replace('-', ' '));
        foreach (var name in text.Names)
        {
            Add(Place.Name, name);
        }

        foreach (var tag in text.Tags)
        {
            Add(Place.Tag, tag);
        }

        lines.AddRange(text.Markdown.Split('\n').Select((line, i) => new ReadLine(Place.Text, i + 1, line)));
        return lines;

        void Add(Place place, string words)
        {
            if (words.Length > 0)
            {
                lines.Add(new ReadLine(place, 0, words));
            }
        }
    }
}
