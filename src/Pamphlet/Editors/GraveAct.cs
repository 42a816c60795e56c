using Pamphlet.Desk;
using Pamphlet.Desk.Words;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary>
/// Something that cannot be undone and that somebody asked for: it waits, visible to all, until as many agree as the collective
/// has settled.
/// </summary>
internal sealed class GraveAct
{
    /// <summary>In days; then it is forgotten.</summary>
    public const int Life = 14;

    public required PublicationId PublicationId { get; init; }

    public required GraveActId Id { get; init; }

    /// <summary><see cref="GraveKind.Name"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is done to, as its kind writes it.</summary>
    public required string Subject { get; init; }

    public required EditorId AskedBy { get; init; }

    public required DateOnly EndsOn { get; init; }

    /// <summary>Rises with every voice: who writes it waits for who wrote it before.</summary>
    public int Turn { get; set; }
}

internal readonly record struct GraveActId(long Value) : IRowId<GraveActId>
{
    public static GraveActId From(long value) => new(value);
}

/// <summary>That an editor agrees.</summary>
internal sealed class GraveVoice
{
    public required PublicationId PublicationId { get; init; }

    public required GraveActId ActId { get; init; }

    public required EditorId EditorId { get; init; }
}

/// <summary>How many must agree.</summary>
internal sealed class Agreement
{
    /// <summary>Until the collective settles another number.</summary>
    public const int Usual = 2;

    public const int Most = 15;

    public required PublicationId PublicationId { get; init; }

    public required int Voices { get; set; }

    /// <summary>Whether everybody must have a second step: <see cref="SecondStepForAll"/>.</summary>
    public bool AsksSecondStep { get; set; }
}

/// <summary>
/// A kind of act that needs several. A room registers one: <c>services.AddSingleton(new GraveKind(…))</c>, and asks for it
/// through <see cref="DecideTogether.AskAsync"/>.
/// </summary>
/// <param name="Name">Kept in rows: never changes.</param>
/// <param name="Describe">One sentence about the subject, or null: there is no such thing (any more).</param>
/// <param name="CarryOut">Does it, within a transaction that also takes the act away; the parts come from the request's scope.</param>
internal sealed record GraveKind(
    string Name,
    Func<GraveSubject, CancellationToken, Task<string?>> Describe,
    Func<GraveSubject, IServiceProvider, CancellationToken, Task> CarryOut
);

internal sealed record GraveSubject(Database Database, PublicationId Paper, string Text, DeskWords Words);
