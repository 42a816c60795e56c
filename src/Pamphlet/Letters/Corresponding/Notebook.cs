using System.Text.Json;
using System.Text.Json.Serialization;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Corresponding;

/// <summary>
/// What correspondents know of their letters beyond the letters: who answers, notes, drafts, what was answered. One file of one size,
/// sealed to all of them, with nothing in it for others and no time that means anything.
/// </summary>
internal sealed class Notebook(string path)
{
    /// <summary>Plain bytes, always: how much is written in it is nobody's business.</summary>
    public const int Size = 1 << 20;

    /// <summary>Reads it; an empty one where there is none, or where another ring sealed it.</summary>
    public List<ThreadNotes> Read(OpenKeyring ring)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var plain = SealedFile.Open(File.ReadAllBytes(path), ring.Own);
        if (plain is null)
        {
            return [];
        }

        var end = plain.Span.IndexOf((byte)0);
        var text = plain.Span[..(end < 0 ? plain.Length : end)];
        var notes = JsonSerializer.Deserialize(text, NotesFormat.Default.ListThreadNotes) ?? [];
        var left = ring.Epochs.Select(epoch => epoch.From).ToHashSet();
        return [.. notes.Where(one => left.Contains(one.Epoch))];
    }

    /// <summary>Overwrites it.</summary>
    public void Destroy()
    {
        if (File.Exists(path))
        {
            Durable.Destroy(path);
        }
    }

    /// <returns>False: it is full, and nothing was written.</returns>
    public bool Write(IReadOnlyList<HybridRecipient> recipients, List<ThreadNotes> notes)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(
            [.. notes.Where(one => !one.IsEmpty)],
            NotesFormat.Default.ListThreadNotes
        );
        using var plain = new SecretBytes(Size);
        var fits = text.Length <= Size;
        if (fits)
        {
            text.CopyTo(plain.Span);
            SealedFile.Write(path, SealedFile.Seal(plain.Span, recipients));
        }

        Array.Clear(text);
        return fits;
    }
}

/// <summary>What is kept of one thread.</summary>
internal sealed class ThreadNotes
{
    /// <summary>The thread's name.</summary>
    public required string Thread { get; init; }

    /// <summary>The first day of the newest epoch that a letter of it came in: with that epoch's key these notes go.</summary>
    public DateOnly Epoch { get; set; }

    public bool IsFolded { get; set; }

    /// <summary>Whose it is: an editor's number, or empty.</summary>
    public string Owner { get; set; } = "";

    public string Note { get; set; } = "";

    public string Draft { get; set; } = "";

    /// <summary>The letters that were there when somebody last answered, or said that nothing is to be answered.</summary>
    public IReadOnlyList<string> Answered { get; set; } = [];

    public IReadOnlyList<GivenAnswer> Answers { get; set; } = [];

    [JsonIgnore]
    public bool IsEmpty => !IsFolded && Owner.Length + Note.Length + Draft.Length + Answers.Count + Answered.Count == 0;
}

/// <summary>What was answered, and on which day.</summary>
internal sealed record GivenAnswer(DateOnly Day, string Words);

[JsonSerializable(typeof(List<ThreadNotes>))]
internal sealed partial class NotesFormat : JsonSerializerContext;
