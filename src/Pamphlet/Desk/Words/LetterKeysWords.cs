using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>The keys of letters.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LetterKeysWords
{
    public required string Menu { get; init; }

    public required string Title { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary><c>{date}</c>.</summary>
    public required Phrase Until { get; init; }

    public required string UntilWhat { get; init; }

    public required string IsShort { get; init; }

    public required string NotPublished { get; init; }

    /// <summary>On the desk's first page.</summary>
    public required string NobodyCanWrite { get; init; }

    public required string OwnMachineTitle { get; init; }

    public required string OwnMachineWhat { get; init; }

    public required string ListLabel { get; init; }

    public required string ListHint { get; init; }

    public required string PublishButton { get; init; }

    /// <summary><c>{fingerprint}</c>.</summary>
    public required Phrase Published { get; init; }

    public required string NoList { get; init; }

    public required string OtherSigner { get; init; }

    public required string NotToday { get; init; }

    public required string HereTitle { get; init; }

    public required string HereWhat { get; init; }

    public required string WordsLabel { get; init; }

    public required string WordsHint { get; init; }

    /// <summary><c>{number}</c>.</summary>
    public required Phrase UnknownWord { get; init; }

    public required string NoPaperWords { get; init; }

    public required string MakeButton { get; init; }

    public required string Made { get; init; }

    public required string NotSent { get; init; }

    public required string OlderList { get; init; }

    public required string AreThere { get; init; }

    public required string AheadTitle { get; init; }

    public required string AheadWhat { get; init; }

    public required string AheadButton { get; init; }

    public required string RenewButton { get; init; }

    public required string RenewHint { get; init; }

    public required string Extended { get; init; }

    public required string Renewed { get; init; }

    public required string WrongPassphrase { get; init; }

    public required string OnlyHolders { get; init; }

    public required string PeopleTitle { get; init; }

    public required string PeopleWhat { get; init; }

    public required string NobodyHere { get; init; }

    public required string RemoveButton { get; init; }

    /// <summary><c>{name}</c>.</summary>
    public required Phrase RemovalSaid { get; init; }

    public required string NoHolder { get; init; }

    public required string LetLabel { get; init; }

    public required string MyselfAgain { get; init; }

    public required string LetHint { get; init; }

    public required string LetButton { get; init; }

    public required string LetTitle { get; init; }

    /// <summary><c>{name}</c>.</summary>
    public required Phrase LetReady { get; init; }

    public required string LetAdvice { get; init; }

    public required string PaperTitle { get; init; }

    public required string PaperWhy { get; init; }

    public required string PaperButton { get; init; }

    public required string PaperWhat { get; init; }

    public required string DotsAre { get; init; }

    public required string PaperAdvice { get; init; }

    public required string Back { get; init; }

    public required string DestroyTitle { get; init; }

    public required string DestroyWhat { get; init; }

    /// <summary><c>{count}</c>.</summary>
    public required Phrase PastEpochs { get; init; }

    public required string KeepLabel { get; init; }

    public required string DestroyPastButton { get; init; }

    public required string DestroyAllWhat { get; init; }

    public required string DestroyAllButton { get; init; }

    /// <summary><c>{date}</c>.</summary>
    public required Phrase DestroyPastSaid { get; init; }

    public required string DestroyAllSaid { get; init; }
}
