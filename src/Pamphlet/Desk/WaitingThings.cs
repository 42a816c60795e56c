using Pamphlet.Storage;

namespace Pamphlet.Desk;

/// <summary>What waits behind an endpoint for somebody who may come there; the desk's first page asks.</summary>
internal sealed record WaitingThings(
    Func<Visit, Database, CancellationToken, Task<IReadOnlyList<WaitingThing>>> AskAsync
);

/// <param name="Path">Where it is done; begins with <c>/desk</c>.</param>
/// <param name="Count">0: nothing waits, and nothing is shown. Null: the title says all.</param>
internal sealed record WaitingThing(string Path, string Title, int? Count = null);
