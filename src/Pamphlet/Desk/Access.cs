using Pamphlet.Storage;

namespace Pamphlet.Desk;

/// <summary>
/// Who may come to an endpoint. Every endpoint of the desk says it; one that does not is closed to all, and a test fails.
/// </summary>
/// <param name="Kind">Whom the door lets in.</param>
/// <param name="Act">What they must be allowed to do, where <paramref name="Kind"/> asks for it.</param>
internal sealed record Access(AccessKind Kind, Act Act = default)
{
    /// <summary>What they must be allowed besides, where one act would be a way around another.</summary>
    public IReadOnlyList<Act> Also { get; init; } = [];

    public static Access OfEndpoint(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Access>()
        ?? throw new InvalidOperationException($"{endpoint.DisplayName} does not say who may come: add .Requires(…).");

    public bool Admits(Visitor? visitor) =>
        Kind switch
        {
            AccessKind.Act => visitor is not null && visitor.Acts.Has(Act) && Also.All(visitor.Acts.Has),
            AccessKind.EveryEditor => visitor is not null,
            _ => true,
        };
}

internal enum AccessKind
{
    /// <summary>The style sheet: nobody is recognised, and no database is asked.</summary>
    Asset,

    /// <summary>The way in.</summary>
    Everybody,

    EveryEditor,

    Act,
}

/// <summary>Open also to an editor who must do something first: <see cref="Visitor.FirstTo"/>.</summary>
internal sealed record ComesFirst;

/// <summary>How large a form may be, in bytes.</summary>
internal sealed record FormLimit(int Bytes)
{
    /// <summary>Enough for everything but texts and files.</summary>
    public static FormLimit Usual { get; } = new(64 * 1024);
}

/// <summary>
/// The endpoint reads the file of its form by itself, as it comes (<see cref="DeskForm.Upload"/>), and keeps to this bound, in bytes.
/// </summary>
internal sealed record UploadLimit(long Bytes);

/// <summary>An entry of the menu, seen by whom its endpoint admits.</summary>
/// <param name="Place">Smaller is earlier.</param>
internal sealed record MenuEntry(int Place, Func<Words.DeskWords, string> Title);

internal static class AccessRules
{
    /// <summary>Only who may do this comes in.</summary>
    /// <param name="also">And all of this.</param>
    public static TEndpoint Requires<TEndpoint>(this TEndpoint endpoint, Act act, params IReadOnlyList<Act> also)
        where TEndpoint : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Access(AccessKind.Act, act) { Also = also });

    public static TEndpoint ForEveryEditor<TEndpoint>(this TEndpoint endpoint)
        where TEndpoint : IEndpointConventionBuilder => endpoint.WithMetadata(new Access(AccessKind.EveryEditor));

    /// <summary>Also an editor of whom something is asked first comes here: it is that, or the way out.</summary>
    public static TEndpoint BeforeAnythingElse<TEndpoint>(this TEndpoint endpoint)
        where TEndpoint : IEndpointConventionBuilder => endpoint.WithMetadata(new ComesFirst());

    /// <summary>Also who has not signed in: a way in, and nothing else.</summary>
    public static TEndpoint OpenToAll<TEndpoint>(this TEndpoint endpoint)
        where TEndpoint : IEndpointConventionBuilder => endpoint.WithMetadata(new Access(AccessKind.Everybody));

    /// <summary>A style, a script: the same bytes for all.</summary>
    public static TEndpoint IsAsset<TEndpoint>(this TEndpoint endpoint)
        where TEndpoint : IEndpointConventionBuilder => endpoint.WithMetadata(new Access(AccessKind.Asset));

    /// <summary>Takes a form of up to so many bytes; others are refused before they are read.</summary>
    public static TEndpoint TakesUpTo<TEndpoint>(this TEndpoint endpoint, int bytes)
        where TEndpoint : IEndpointConventionBuilder => endpoint.WithMetadata(new FormLimit(bytes));

    /// <summary>Takes one file that is too large for memory; its field is the form's last.</summary>
    public static TEndpoint TakesAFileUpTo<TEndpoint>(this TEndpoint endpoint, long bytes)
        where TEndpoint : IEndpointConventionBuilder => endpoint.WithMetadata(new UploadLimit(bytes));

    public static TEndpoint InMenu<TEndpoint>(this TEndpoint endpoint, int place, Func<Words.DeskWords, string> title)
        where TEndpoint : IEndpointConventionBuilder => endpoint.WithMetadata(new MenuEntry(place, title));

    /// <summary>The desk's first page tells what waits here, to whom the endpoint admits.</summary>
    public static TEndpoint TellsWhatWaits<TEndpoint>(
        this TEndpoint endpoint,
        Func<Visit, Database, CancellationToken, Task<IReadOnlyList<WaitingThing>>> ask
    )
        where TEndpoint : IEndpointConventionBuilder => endpoint.WithMetadata(new WaitingThings(ask));
}
