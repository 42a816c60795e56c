namespace Pamphlet.Reading.Feeds;

/// <summary>The first words of a text without a title.</summary>
internal static class Beginning
{
    private const int Longest = 70;

    public static string Of(string plain) => Of(plain, Longest);

    /// <param name="longest">In characters.</param>
    public static string Of(string plain, int longest)
    {
        var line = plain.ReplaceLineEndings(" ").Trim();
        if (line.Length <= longest)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', longest);
        if (end <= 0)
        {
            end = char.IsLowSurrogate(line[longest]) ? longest - 1 : longest;
        }

        return $"{line.AsSpan(0, end).TrimEnd()}…";
    }
}
