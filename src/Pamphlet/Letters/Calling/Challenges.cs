using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Calling;

/// <summary>
/// What a caller must sign to show that they call now: made without remembering, so that who asks for a million of them fills
/// nothing; those that were used, with a good signature, are remembered while they would be good.
/// </summary>
internal sealed class Challenges(TimeProvider time)
{
    private const int ChanceBytes = 16;
    private const int MinuteAt = ChanceBytes;
    private const int SealAt = MinuteAt + 8;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, long> used = new(StringComparer.Ordinal);

    private long Minute => time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;

    public byte[] New()
    {
        var challenge = new byte[SignedCall.ChallengeBytes];
        RandomNumberGenerator.Fill(challenge.AsSpan(0, ChanceBytes));
        BinaryPrimitives.WriteInt64BigEndian(challenge.AsSpan(MinuteAt), Minute);
        Seal(challenge).CopyTo(challenge.AsSpan(SealAt));
        return challenge;
    }

    /// <summary>Whether it is ours, fresh, and unused; from now on it is used.</summary>
    public bool Spend(ReadOnlySpan<byte> challenge)
    {
        var made = BinaryPrimitives.ReadInt64BigEndian(challenge[MinuteAt..]);
        var age = Minute - made;
        if (
            !CryptographicOperations.FixedTimeEquals(Seal(challenge), challenge[SealAt..])
            || age < 0
            || age > (long)Life.TotalMinutes
        )
        {
            return false;
        }

        foreach (var (old, minute) in used)
        {
            if (Minute - minute > (long)Life.TotalMinutes)
            {
                used.TryRemove(old, out _);
            }
        }

        return used.TryAdd(Convert.ToHexString(challenge), made);
    }

    private ReadOnlySpan<byte> Seal(ReadOnlySpan<byte> challenge) =>
        HMACSHA256.HashData(key, challenge[..SealAt]).AsSpan(0, SignedCall.ChallengeBytes - SealAt);
}
