namespace Pamphlet.Imports.Files;

/// <summary>What an honest export stays below. Ten times the largest seen, not one byte for an attacker's patience.</summary>
internal static class ExportLimits
{
    private const long MiB = 1024 * 1024;

    /// <summary>One feed, in bytes. 628 posts with 56 comments took 3.2 MB.</summary>
    public const long Feed = 1024 * MiB;

    /// <summary>A settings table or a list of names, in bytes.</summary>
    public const long Table = 4 * MiB;

    /// <summary>One picture, in bytes.</summary>
    public const long Picture = 64 * MiB;

    /// <summary>One text, in characters; pictures within it (<c>data:</c>) count.</summary>
    public const int Text = 16 * 1024 * 1024;

    /// <summary>Anything that is not a text — a name, a title, an address —, in characters.</summary>
    public const int Word = 64 * 1024;

    /// <summary>Elements within elements. A feed needs five, XHTML within it some dozens.</summary>
    public const int Depth = 256;

    /// <summary>Entries of one feed.</summary>
    public const int Entries = 2_000_000;

    /// <summary>Files of one export.</summary>
    public const int Files = 200_000;

    /// <summary>
    /// How much larger an archive may be unpacked than packed, once it is <see cref="RatioFrom"/> bytes large. Texts shrink to a
    /// tenth, pictures not at all; nothing but nothing shrinks to a thousandth.
    /// </summary>
    public const int Ratio = 100;

    /// <summary>In bytes, unpacked.</summary>
    public const long RatioFrom = 64 * MiB;
}
