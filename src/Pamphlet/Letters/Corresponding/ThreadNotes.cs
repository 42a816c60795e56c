using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Pamphlet.Letters.Between;

namespace Pamphlet.Letters.Corresponding;

/// <summary>What is kept of one thread.</summary>
internal sealed class ThreadNotes
{
    /// <summary>The thread's name.</summary>
    public required string Thread { get; init; }

    /// <summary>The newest week in which a letter of it came, by the name of its secret: with that secret these notes go.</summary>
    public string Week { get; set; } = "";

    public bool IsFolded { get; set; }

    /// <summary>Whose it is: an editor's number, or empty.</summary>
    public string Owner { get; set; } = "";

    public string Note { get; set; } = "";

    public string Draft { get; set; } = "";

    /// <summary>The letters that were there when somebody last answered, or said that nothing is to be answered.</summary>
    public IReadOnlyList<string> Answered { get; set; } = [];

    /// <summary>Each is kept with the week of the letter that it answers.</summary>
    [JsonIgnore]
    public IReadOnlyList<GivenAnswer> Answers { get; set; } = [];

    [JsonIgnore]
    public bool IsEmpty => !IsFolded && Owner.Length + Note.Length + Draft.Length + Answered.Count == 0;
}

/// <summary>What was answered to a letter of a week, and on which day; or what was written to a paper in that week.</summary>
/// <param name="Number">Of a letter to a paper: the same when it is sent again. Else empty.</param>
/// <param name="IsWaiting">It did not get there yet.</param>
internal sealed record GivenAnswer(
    string Thread,
    string Week,
    DateOnly Day,
    string Words,
    string Number = "",
    bool IsWaiting = false
);

/// <summary>The notes of one week.</summary>
internal sealed record WeekNotes(IReadOnlyList<ThreadNotes> Threads, IReadOnlyList<GivenAnswer> Answers);

/// <param name="Week">The name of its secret.</param>
/// <param name="Box"><see cref="WeekNotes"/>, sealed under it; of the papers, under the notebook's own seal alone.</param>
internal sealed record SealedWeek(string Week, byte[] Box);

[JsonSerializable(typeof(List<SealedWeek>))]
[JsonSerializable(typeof(List<PaperContact>))]
[JsonSerializable(typeof(WeekNotes))]
internal sealed partial class NotesFormat : JsonSerializerContext
{
    // Otherwise every Vietnamese letter with a mark would take six bytes of a notebook that has an end.
    public static NotesFormat Plain { get; } =
        new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
