using System.Buffers;
using System.Globalization;
using System.Security;
using System.Text;

namespace Pamphlet.Reading;

/// <summary>The paper's first letter on its colour: drawn by the browser, with letters that it has.</summary>
internal static class Icon
{
    public static void Write(Paper paper, IBufferWriter<byte> output)
    {
        var letter = SecurityElement.Escape(First(paper.Name).ToUpper(CultureInfo.InvariantCulture));
        var ground = paper.Theme.Day.Red;
        var face = paper.Theme.IsSans || paper.Theme.Look.IsHeadedSans ? "sans-serif" : "Georgia,serif";
        Encoding.UTF8.GetBytes(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"6\" fill=\"{ground}\"/>"
                + $"<text x=\"32\" y=\"47\" font-family=\"{face}\" font-size=\"44\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#fff\">{letter}</text></svg>\n",
            output
        );
    }

    /// <summary>With its marks: a letter of many languages is several characters.</summary>
    private static string First(string name)
    {
        var letters = StringInfo.GetTextElementEnumerator(name);
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            if (Rune.IsLetterOrDigit(Rune.GetRuneAt(letter, 0)))
            {
                return letter;
            }
        }

        return "P";
    }
}
