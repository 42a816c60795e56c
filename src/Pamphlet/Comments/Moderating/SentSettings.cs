using System.Globalization;
using Pamphlet.Desk;
using Pamphlet.Desk.Words;

namespace Pamphlet.Comments.Moderating;

/// <summary>The settings of discussions as they stand in the form: what was typed stays typed until it is right.</summary>
/// <param name="Numbers">By field, in the order of <see cref="NumberFields"/>.</param>
internal sealed record SentSettings(
    DiscussionMode Mode,
    bool PublishesAtOnce,
    bool NeedsTwo,
    string Days,
    string Hosts,
    IReadOnlyList<string> Numbers
)
{
    public const int LongestHosts = 50_000;
    private const int MostDays = 36_500;

    /// <summary>The brakes' numbers: their field, what they may be, and the setting.</summary>
    public static IReadOnlyList<NumberField> NumberFields { get; } =
    [
        new(
            "per-text",
            1,
            10_000,
            words => words.PerText,
            one => one.PerTextInTenMinutes,
            (one, to) => one.PerTextInTenMinutes = to
        ),
        new("per-hour", 1, 100_000, words => words.PerHour, one => one.PerHour, (one, to) => one.PerHour = to),
        new(
            "circuit-burst",
            1,
            100,
            words => words.AtOncePerCircuit,
            one => one.AtOncePerCircuit,
            (one, to) => one.AtOncePerCircuit = to
        ),
        new(
            "circuit-seconds",
            1,
            86_400,
            words => words.SecondsPerCircuit,
            one => one.SecondsPerCircuit,
            (one, to) => one.SecondsPerCircuit = to
        ),
        new(
            "most-waiting",
            10,
            100_000,
            words => words.MostWaiting,
            one => one.MostWaiting,
            (one, to) => one.MostWaiting = to
        ),
    ];

    public static SentSettings Of(DiscussionSettings settings) =>
        new(
            settings.Mode,
            settings.PublishesAtOnce,
            settings.NeedsTwo,
            settings.ClosesAfterDays?.ToString(CultureInfo.InvariantCulture) ?? "",
            settings.UnwantedHosts,
            [.. NumberFields.Select(field => field.Read(settings).ToString(CultureInfo.InvariantCulture))]
        );

    public static SentSettings Of(DeskForm form) =>
        new(
            Enum.TryParse<DiscussionMode>(form["mode"], out var mode) && Enum.IsDefined(mode)
                ? mode
                : DiscussionMode.Open,
            string.Equals(form["first"], "publish", StringComparison.Ordinal),
            form.Has("two"),
            form["days"],
            form.Text("hosts"),
            [.. NumberFields.Select(field => form[field.Name])]
        );

    public Complaints Judge(ModeratingWords words)
    {
        var complaints = new Complaints();
        if (Days.Length > 0 && Number(Days, 1, MostDays) is null)
        {
            complaints.Add("days", Wanted(words, 1, MostDays));
        }

        if (Hosts.Length > LongestHosts)
        {
            complaints.Add("hosts", words.TooManyHosts);
        }

        foreach (var (field, typed) in NumberFields.Zip(Numbers))
        {
            if (Number(typed, field.Least, field.Most) is null)
            {
                complaints.Add(field.Name, Wanted(words, field.Least, field.Most));
            }
        }

        return complaints;
    }

    /// <summary>After <see cref="Judge"/> found nothing.</summary>
    public void ApplyTo(DiscussionSettings settings)
    {
        (settings.Mode, settings.PublishesAtOnce, settings.NeedsTwo) = (Mode, PublishesAtOnce, NeedsTwo);
        settings.ClosesAfterDays = Number(Days, 1, MostDays);
        settings.UnwantedHosts = Hosts;
        foreach (var (field, typed) in NumberFields.Zip(Numbers))
        {
            field.Write(settings, Number(typed, field.Least, field.Most) ?? field.Read(settings));
        }
    }

    private static string Wanted(ModeratingWords words, int least, int most) =>
        words.NumberWanted.With(
            "least",
            least.ToString(CultureInfo.InvariantCulture),
            "most",
            most.ToString(CultureInfo.InvariantCulture)
        );

    private static int? Number(string typed, int least, int most) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : null;
}

/// <summary>A number among the settings.</summary>
internal sealed record NumberField(
    string Name,
    int Least,
    int Most,
    Func<ModeratingWords, string> Label,
    Func<DiscussionSettings, int> Read,
    Action<DiscussionSettings, int> Write
);
