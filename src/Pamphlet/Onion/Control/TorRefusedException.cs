namespace Pamphlet.Onion.Control;

/// <summary>tor answered that it will not. Its words are about its settings and hold nothing of a reader.</summary>
internal sealed class TorRefusedException(string why) : Exception(why);
