namespace Pamphlet.Imports.Files;

/// <summary>
/// Carries a refusal out of the depths of a stream, where there is nobody to return it to. It never leaves the room:
/// <see cref="ImportPaper"/> turns it into an <see cref="ImportOutcome.Refused"/>.
/// </summary>
internal sealed class ExportRefusedException(ImportRefusal reason, string sentence) : IOException(sentence)
{
    public ImportRefusal Reason { get; } = reason;
}
