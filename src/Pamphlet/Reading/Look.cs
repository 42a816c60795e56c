namespace Pamphlet.Reading;

/// <summary>A finished look: its colours by day and by night, and the sheets that it is made of.</summary>
internal sealed record Look(string Name, Palette Day, Palette Night)
{
    private static readonly string[] Whole =
    [
        "contrast",
        "sheet",
        "masthead",
        "facts",
        "text",
        "quotations",
        "tables",
        "notes",
        "after",
        "discussion",
        "lists",
        "copies",
        "forms",
    ];

    /// <summary>Paper and ink, in letters for long reading.</summary>
    public static Look Quiet { get; } =
        new(
            nameof(Quiet),
            Palette.Of("fffdf8 1e1b18 514a42 cdc5b8 857c70 8e1f14 f5efe4"),
            Palette.Of("171513 e9e4da b8b0a3 46413a 8d8578 f3a996 25221e")
        )
        {
            // Later sheets refine earlier ones; paper comes last, for it takes most away.
            Sheets = [.. Whole, "print"],
        };

    /// <summary>Newsprint, printer's black and a signal's red: a poster that can be read.</summary>
    public static Look Broadside { get; } =
        new(
            nameof(Broadside),
            Palette.Of("f7f3e9 14110f 433d36 bdb4a4 7a7266 9c0b0b ece5d6"),
            Palette.Of("121110 f3eee5 c2baad 4c463e 948b7d ff8b75 24211d")
        )
        {
            Sheets = [.. Whole, "broadside", "print"],
            IsHeadedSans = true,
        };

    /// <summary>What a screen has by itself, for the slowest line.</summary>
    public static Look Plain { get; } =
        new(
            nameof(Plain),
            Palette.Of("ffffff 1a1a1a 4a4a4a c9c9c9 767676 0b4a94 f2f2f2"),
            Palette.Of("121212 e6e6e6 b8b8b8 444444 8c8c8c a3c8ff 212121")
        )
        {
            Sheets = ["contrast", "plain"],
            HasPictures = false,
        };

    public static IReadOnlyList<Look> All { get; } = [Quiet, Broadside, Plain];

    /// <summary>The files of <c>Assets/</c> that follow the colours, in order.</summary>
    public required IReadOnlyList<string> Sheets { get; init; }

    /// <summary>Whether pages load pictures; otherwise each is a link that says what it shows.</summary>
    public bool HasPictures { get; init; } = true;

    /// <summary>Titles have no serifs, whatever letters the words are set in.</summary>
    public bool IsHeadedSans { get; init; }

    public static Look Named(string name) =>
        All.FirstOrDefault(look => string.Equals(look.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentOutOfRangeException(nameof(name), name, "No look has this name.");
}
