namespace Pamphlet.Onion.Control;

/// <summary>What tor answers to one command.</summary>
/// <param name="Code">250 and 252 are good; 5xx say why not.</param>
/// <param name="Lines">Without their codes; data that spans lines is one entry.</param>
internal sealed record ControlReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 250 and < 260;

    /// <summary>The value of <c>key=value</c>, quotes taken off, or null: there is no such line.</summary>
    public string? Value(string key) =>
        Lines.FirstOrDefault(line => line.StartsWith($"{key}=", StringComparison.Ordinal)) is { } line
            ? line[(key.Length + 1)..].Trim('"')
            : null;

    /// <exception cref="TorRefusedException">It is not.</exception>
    public ControlReply MustBeGood() => IsGood ? this : throw new TorRefusedException(Lines[^1]);
}
