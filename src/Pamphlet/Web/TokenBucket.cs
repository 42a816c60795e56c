namespace Pamphlet.Web;

/// <summary>So many at once, and another each so many seconds.</summary>
internal sealed class TokenBucket
{
    private readonly double burst;
    private readonly double perSecond;
    private double tokens;
    private DateTimeOffset at;

    public TokenBucket(double burst, double perSecond, DateTimeOffset now)
    {
        (this.burst, this.perSecond) = (burst, perSecond);
        (tokens, at) = (burst, now);
    }

    /// <returns>Null: taken. Otherwise how long to wait.</returns>
    public TimeSpan? Take(DateTimeOffset moment)
    {
        tokens = Math.Min(burst, tokens + (Math.Max(0, (moment - at).TotalSeconds) * perSecond));
        at = moment;
        if (tokens >= 1)
        {
            tokens--;
            return null;
        }

        return TimeSpan.FromSeconds((1 - tokens) / perSecond);
    }

    /// <summary>Whether it is as good as a new one: then nobody needs to remember it.</summary>
    public bool IsFull(DateTimeOffset moment) => tokens + ((moment - at).TotalSeconds * perSecond) >= burst;
}
