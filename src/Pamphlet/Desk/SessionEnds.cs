namespace Pamphlet.Desk;

/// <summary>Tells whoever keeps something for a session that it is over: signed out, or ended from elsewhere.</summary>
internal sealed class SessionEnds
{
    private readonly List<Action<string>> listeners = [];

    /// <param name="listener">Gets the session's handle: the hash of its token, in hexadecimal.</param>
    public void Tell(Action<string> listener)
    {
        lock (listeners)
        {
            listeners.Add(listener);
        }
    }

    public void Ended(byte[] tokenHash)
    {
        Action<string>[] all;
        lock (listeners)
        {
            all = [.. listeners];
        }

        foreach (var listener in all)
        {
            listener(Convert.ToHexString(tokenHash));
        }
    }
}
