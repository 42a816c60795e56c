namespace Pamphlet.Seal.Age;

/// <summary>The key that a passphrase makes with a lot of memory: <c>r = 8</c>, <c>p = 1</c>, 2^work · 1 KiB.</summary>
internal static class Scrypt
{
    public const string Kind = "scrypt";
    public const int SaltBytes = 16;

    static Scrypt()
    {
        Sodium.Start();
    }

    public static void Derive(ReadOnlySpan<byte> passphrase, ReadOnlySpan<byte> salt, int work, Span<byte> key)
    {
        byte[] labelled = [.. "age-encryption.org/v1/scrypt"u8, .. salt];
        var done = Sodium.Scrypt(
            passphrase,
            (nuint)passphrase.Length,
            labelled,
            (nuint)labelled.Length,
            1UL << work,
            8,
            1,
            key,
            (nuint)key.Length
        );
        if (done != 0)
        {
            throw new InvalidOperationException($"There is no memory for scrypt with a work factor of {work}.");
        }
    }
}
