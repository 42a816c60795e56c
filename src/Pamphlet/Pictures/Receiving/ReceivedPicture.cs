namespace Pamphlet.Pictures.Receiving;

/// <summary>A picture of ours, or why it is none.</summary>
internal abstract record ReceivedPicture
{
    private ReceivedPicture() { }

    /// <param name="IsStilled">It moved, and is now its first frame.</param>
    internal sealed record Kept(Picture Picture, bool IsStilled) : ReceivedPicture;

    /// <param name="Sentence">For the operator; without the picture's name.</param>
    internal sealed record Refused(PictureRefusal Reason, string Sentence) : ReceivedPicture;
}

internal enum PictureRefusal
{
    TooManyBytes,
    TooManyPixels,

    /// <summary>An SVG is a program.</summary>
    Drawing,

    /// <summary>A page, or a kind that browsers do not show.</summary>
    NoPicture,

    Damaged,
}
