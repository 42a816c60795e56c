using Pamphlet.Desk;

namespace Pamphlet.Editors;

/// <summary>What was asked of a browser's device, until it answers: in memory, for some minutes, once.</summary>
internal sealed class PasskeyQuestions(TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private const int Most = 10_000;

    private readonly LatestOnes<Question> asked = new(Most);

    /// <param name="secret">The browser's own: nobody else's answer fits.</param>
    /// <param name="purpose">An answer for one thing is none for another.</param>
    /// <param name="state">What Identity wants back.</param>
    /// <param name="label">What the new passkey will be called.</param>
    public void Keep(string secret, string purpose, string state, string label = "") =>
        asked.Keep(secret, new Question(purpose, state, label, time.GetUtcNow() + Life));

    /// <returns>Null: nothing was asked, or too long ago.</returns>
    public Question? Take(string secret, string purpose) =>
        asked.TryTake(secret, out var question)
        && string.Equals(question.Purpose, purpose, StringComparison.Ordinal)
        && question.Until > time.GetUtcNow()
            ? question
            : null;

    internal sealed record Question(string Purpose, string State, string Label, DateTimeOffset Until);
}
