using System.Globalization;
using NetVips;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;

namespace Pamphlet.Copies;

/// <summary>The whole paper for Kiwix, which shows archives on phones and on schools' servers without a network.</summary>
internal static class ZimFile
{
    private const int MarkSize = 48;

    /// <param name="edition">Held by the caller.</param>
    /// <returns>One line that says what is missing, or null: the file is written.</returns>
    public static async Task<string?> WriteAsync(
        PaperCopy paper,
        Edition edition,
        string output,
        CancellationToken cancel
    )
    {
        if (OutsideTool.Find("zimwriterfs") is not { } writer)
        {
            return "ZIM files are off: zimwriterfs was not found. apt install zim-tools. Everything else works.";
        }

        var folder = Directory.CreateTempSubdirectory("pamphlet-zim-").FullName;
        try
        {
            var site = Path.Combine(folder, "edition");
            if (ExportEdition.Run(edition, site, cancel).Refusal != ExportEdition.Refusal.None)
            {
                return EditionZip.Damaged;
            }

            var data = Path.Combine(site, "data");

            // It is shown at any depth of a server, and links from its root: in an archive nobody asks for it.
            File.Delete(Path.Combine(data, "404.html"));
            Draw(Path.Combine(data, "mark.png"));
            var made = Path.Combine(folder, "paper.zim");
            string[] arguments =
            [
                "--welcome=index.html",
                "--illustration=mark.png",
                $"--language={paper.Language.Culture.ThreeLetterISOLanguageName}",
                $"--title={paper.Name}",
                $"--description={string.Create(CultureInfo.InvariantCulture, $"{paper.Name}, {paper.Number}")}",
                $"--creator={paper.Name}",
                $"--publisher={paper.Name}",
                data,
                made,
            ];
            await OutsideTool.RunAsync(writer, folder, arguments, cancel);
            File.Copy(made, output);
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A sheet of paper with lines on it: Kiwix shows no archive without a picture.
    private static void Draw(string file)
    {
        using var red = Image.Black(MarkSize, MarkSize, bands: 3) + new double[] { 142, 31, 20 };
        var drawn = red.Cast(Enums.BandFormat.Uchar)
            .Mutate(sheet =>
            {
                sheet.DrawRect([255, 253, 248], 10, 7, 28, 34, fill: true);
                for (var line = 0; line < 5; line++)
                {
                    sheet.DrawRect([30, 27, 24], 14, 13 + (5 * line), line == 4 ? 11 : 20, 2, fill: true);
                }
            });
        using (drawn)
        {
            drawn.Pngsave(file);
        }
    }
}
