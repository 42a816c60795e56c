namespace Pamphlet.Imports.Writing;

/// <summary>Counts the letters of a text by script, and those that only one of a script's languages uses.</summary>
internal sealed class LetterSigns
{
    private readonly int[] scripts = new int[Enum.GetValues<Script>().Length];

    public int Letters { get; private set; }

    public int Vietnamese { get; private set; }

    public int Persian { get; private set; }

    public int Ukrainian { get; private set; }

    public int Russian { get; private set; }

    public int this[Script script] => scripts[(int)script];

    /// <summary>The script of more than half of the letters, or <see cref="Script.Other"/>.</summary>
    public Script Main
    {
        get
        {
            var most = (Script)Array.IndexOf(scripts, scripts.Max());
            return this[most] * 2 > Letters ? most : Script.Other;
        }
    }

    public static LetterSigns Of(string words)
    {
        var signs = new LetterSigns();
        foreach (var rune in words.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetter(rune))
            {
                signs.See(rune.Value);
            }
        }

        return signs;
    }

    private void See(int letter)
    {
        Letters++;
        scripts[(int)ScriptOf(letter)]++;
        Vietnamese += letter is (>= 0x1ea0 and <= 0x1ef9) or 0x1a0 or 0x1a1 or 0x1af or 0x1b0 or 0x110 or 0x111 ? 1 : 0;
        Persian += letter is 0x67e or 0x686 or 0x698 or 0x6af or 0x6a9 or 0x6cc ? 1 : 0;
        Ukrainian += letter is 'ї' or 'Ї' or 'є' or 'Є' or 'ґ' or 'Ґ' ? 1 : 0;
        Russian += letter is 'ы' or 'э' or 'ё' or 'Ы' or 'Э' or 'Ё' ? 1 : 0;
    }

    private static Script ScriptOf(int letter) =>
        letter switch
        {
            < 0x250 or (>= 0x1e00 and < 0x1f00) => Script.Latin,
            (>= 0x370 and < 0x400) or (>= 0x1f00 and < 0x2000) => Script.Greek,
            >= 0x400 and < 0x530 => Script.Cyrillic,
            >= 0x590 and < 0x600 => Script.Hebrew,
            (>= 0x600 and < 0x780) or (>= 0xfb50 and < 0xfe00) or (>= 0xfe70 and < 0xff00) => Script.Arabic,
            >= 0xe00 and < 0xe80 => Script.Thai,
            >= 0x3040 and < 0x3100 => Script.Kana,
            >= 0x3400 and < 0xa000 => Script.Han,
            >= 0xac00 and < 0xd7b0 => Script.Hangul,
            _ => Script.Other,
        };
}

internal enum Script
{
    Other,
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Thai,
    Kana,
    Han,
    Hangul,
}
