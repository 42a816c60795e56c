using Pamphlet.Rendering;

namespace Pamphlet.Reading;

/// <summary>How a paper looks: one of the finished looks, and where it differs from that.</summary>
/// <param name="Ground">The colour behind the words by day, or <c>""</c>: the look's.</param>
/// <param name="Accent">The colour of what is to be noticed, or <c>""</c>: the look's.</param>
/// <param name="IsSans">Letters without serifs.</param>
/// <param name="Own">Rules of the editors' own: <see cref="OwnRules"/> found nothing in them.</param>
internal sealed record Theme(Look Look, string Ground, string Accent, bool IsSans, string Own)
{
    public static Theme Plain { get; } = new(Look.Quiet, "", "", IsSans: false, "");

    public Palette Day
    {
        get
        {
            var day = Colour.TryParse(Ground, out var ground) ? Look.Day.On(ground) : Look.Day;
            return Colour.TryParse(Accent, out var accent) ? day with { Red = accent } : day;
        }
    }

    /// <summary>The look's own ground: a light one that editors chose says nothing of the night.</summary>
    public Palette Night =>
        Colour.TryParse(Accent, out var accent)
            ? Look.Night with
            {
                Red = accent.ReadableOn(Look.Night.Tint),
            }
            : Look.Night;

    public string Letters =>
        IsSans
            ? "html{font-family:\"Source Sans 3\",\"Noto Sans\",\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,\"DejaVu Sans\",sans-serif}\n"
            : "";
}
