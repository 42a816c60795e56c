using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>The pages of the settings.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SettingsPagesWords
{
    public required string Label { get; init; }

    public required string Paper { get; init; }

    public required string Look { get; init; }

    public required string Menu { get; init; }

    public required string Mentions { get; init; }

    public required string Addresses { get; init; }

    public required string Comments { get; init; }
}

/// <summary>Colours, letters, feeds, own rules.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LookWords
{
    public required string What { get; init; }

    public required string Finished { get; init; }

    public required string Quiet { get; init; }

    public required string QuietHint { get; init; }

    public required string Broadside { get; init; }

    public required string BroadsideHint { get; init; }

    public required string Plain { get; init; }

    public required string PlainHint { get; init; }

    /// <summary>The button that shows the paper as it would look.</summary>
    public required string Preview { get; init; }

    public required string PreviewHint { get; init; }

    public required string Accent { get; init; }

    public required string AccentHint { get; init; }

    public required Phrase AccentTooPale { get; init; }

    public required string Ground { get; init; }

    public required string GroundHint { get; init; }

    public required string GroundTooDark { get; init; }

    public required string NoColour { get; init; }

    public required string Usual { get; init; }

    public required string Letters { get; init; }

    public required string Serif { get; init; }

    public required string SerifHint { get; init; }

    public required string Sans { get; init; }

    public required string SansHint { get; init; }

    public required string Feeds { get; init; }

    public required string FeedsWhole { get; init; }

    public required string FeedsWholeHint { get; init; }

    public required string FeedsBeginning { get; init; }

    public required string OwnStyle { get; init; }

    public required string Style { get; init; }

    public required string StyleHint { get; init; }

    public required Phrase StyleWrong { get; init; }
}

/// <summary>Which pages the menu names.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MenuWords
{
    public required string What { get; init; }

    public required string None { get; init; }

    public required string PlaceWrong { get; init; }
}

/// <summary>What the paper hears from other sites, and tells them.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MentionWords
{
    public required string What { get; init; }

    public required string Takes { get; init; }

    public required string TakesYes { get; init; }

    public required string TakesHint { get; init; }

    /// <summary>Where the paper has no address that other sites could know.</summary>
    public required string NeedsHome { get; init; }

    public required string Sends { get; init; }

    public required string SendsYes { get; init; }

    public required string SendsHint { get; init; }

    public required string Hub { get; init; }

    public required string HubHint { get; init; }

    public required string HubWrong { get; init; }
}

/// <summary>Where old addresses lead.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AddressWords
{
    public required string What { get; init; }

    public required string From { get; init; }

    public required string FromHint { get; init; }

    public required string FromWrong { get; init; }

    public required string FromIsPage { get; init; }

    public required string To { get; init; }

    public required string ToHint { get; init; }

    public required string ToWrong { get; init; }

    public required string Add { get; init; }

    public required string Known { get; init; }

    public required string NoneYet { get; init; }

    public required string Find { get; init; }

    public required Phrase Count { get; init; }

    public required string Gone { get; init; }

    public required string Remove { get; init; }
}
