namespace Pamphlet.Seal.Age;

/// <summary>A file that a stranger made does not open.</summary>
/// <remarks>An exception, for a stream has no other way to say that what was read so far is not the whole.</remarks>
public sealed class AgeRefusedException(AgeRefusal refusal) : IOException($"This age file does not open: {refusal}.")
{
    /// <summary>Why.</summary>
    public AgeRefusal Refusal { get; } = refusal;
}
