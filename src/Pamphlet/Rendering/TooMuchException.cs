namespace Pamphlet.Rendering;

/// <summary>A text that would grow or nest beyond every honest use. It never leaves this room: such a text is shown as it was typed.</summary>
internal sealed class TooMuchException : Exception
{
    public TooMuchException() { }

    public TooMuchException(string message)
        : base(message) { }

    public TooMuchException(string message, Exception inner)
        : base(message, inner) { }
}
