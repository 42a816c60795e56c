using System.Text;
using Microsoft.Net.Http.Headers;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Sending;

/// <summary>What stands before a part of a form.</summary>
/// <param name="Name">Of its field.</param>
/// <param name="FileName">As its sender says, without the folders; null: it is no file.</param>
internal sealed record PartHead(string Name, string? FileName)
{
    public static PartHead Read(ReadOnlySpan<byte> head)
    {
        foreach (var line in Encoding.UTF8.GetString(head).Split("\r\n"))
        {
            if (
                line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase)
                && ContentDispositionHeaderValue.TryParse(line["Content-Disposition:".Length..].Trim(), out var said)
            )
            {
                var file = HeaderUtilities.RemoveQuotes(said.FileName);
                return new PartHead(
                    HeaderUtilities.RemoveQuotes(said.Name).ToString(),
                    file.HasValue ? Tidy(file.ToString()) : null
                );
            }
        }

        return new PartHead("", FileName: null);
    }

    // Browsers write a quotation mark in a name so, and leave everything else as it is.
    private static string Tidy(string name)
    {
        var plain = name.Replace("%22", "\"", StringComparison.Ordinal);
        var last = plain[(plain.LastIndexOfAny(['/', '\\']) + 1)..];
        var tidy = new StringBuilder();
        var bytes = 0;
        foreach (var rune in last.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LetterContent.LongestName)
            {
                break;
            }

            tidy.Append(Rune.IsControl(rune) ? "_" : rune.ToString());
        }

        return tidy.ToString();
    }
}
