using System.Collections.Concurrent;

namespace Pamphlet.Desk;

/// <summary>
/// Texts that somebody opened in a session and that must not be recognised in what they publish: in memory, for as long as the room
/// that opened them keeps them open.
/// </summary>
internal sealed class OpenedTexts
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> bySession = new(StringComparer.Ordinal);

    /// <param name="session">Its secret; what is kept is kept under it, and nobody else has it.</param>
    public void Add(string session, IEnumerable<string> texts) =>
        bySession.AddOrUpdate(
            session,
            _ => [.. texts.Where(text => text.Length > 0).Take(Most)],
            (_, before) =>
                [.. texts.Where(text => text.Length > 0).Concat(before).Distinct(StringComparer.Ordinal).Take(Most)]
        );

    public IReadOnlyList<string> Of(Visit visit) => bySession.GetValueOrDefault(visit.Secret, []);

    public void Forget(string session) => bySession.TryRemove(session, out _);
}
