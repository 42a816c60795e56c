using System.Globalization;
using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>How a language writes whole numbers.</summary>
/// <param name="Digits">Its ten figures from nought to nine.</param>
/// <param name="Group">What parts the thousands.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NumberWords(string Digits, string Group)
{
    public string Write(long number, bool grouped)
    {
        var format = new NumberFormatInfo { NumberGroupSeparator = Group };
        var latin = number.ToString(grouped ? "#,0" : "0", format);
        return string.Create(
            latin.Length,
            (latin, Digits),
            static (written, from) =>
            {
                for (var i = 0; i < written.Length; i++)
                {
                    var figure = from.latin[i];
                    written[i] = char.IsAsciiDigit(figure) ? from.Digits[figure - '0'] : figure;
                }
            }
        );
    }
}
