namespace Pamphlet.Reading.Feeds;

/// <summary>The first words of a text without a title.</summary>
internal static class Beginning
{
    private const int Longest = 70;

    public static string Of(string plain)
    {
        var line = plain.ReplaceLineEndings(" ").Trim();
        if (line.Length <= Longest)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', Longest);
        if (end <= 0)
        {
            end = char.IsLowSurrogate(line[Longest]) ? Longest - 1 : Longest;
        }

        return $"{line.AsSpan(0, end).TrimEnd()}…";
    }
}
