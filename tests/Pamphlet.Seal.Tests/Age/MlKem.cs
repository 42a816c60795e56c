using System.Runtime.InteropServices;

// A library of that name in the folder from which somebody starts the program must not be ours.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Pamphlet.Seal.Tests.Age;

/// <summary>The half of X-Wing that is new, in libsodium's copy of it, asked alone.</summary>
internal static partial class MlKem
{
    private const string Library = "libsodium";

    static MlKem()
    {
        Sodium.Start();
    }

    public static (byte[] Public, byte[] Secret) KeyPair(byte[] seed)
    {
        var (publicKey, secretKey) = (new byte[1184], new byte[2400]);
        Assert.Equal(0, SeedKeyPair(publicKey, secretKey, seed));
        return (publicKey, secretKey);
    }

    /// <summary>Null: it refuses the key.</summary>
    public static (byte[] Encapsulated, byte[] Secret)? Encapsulate(byte[] publicKey, byte[] message)
    {
        var (encapsulated, secret) = (new byte[1088], new byte[32]);
        return publicKey.Length == 1184 && EncapsulateFrom(encapsulated, secret, publicKey, message) == 0
            ? (encapsulated, secret)
            : null;
    }

    public static byte[] Decapsulate(byte[] encapsulated, byte[] secretKey)
    {
        var secret = new byte[32];
        Assert.Equal(0, Decapsulate(secret, encapsulated, secretKey));
        return secret;
    }

    [LibraryImport(Library, EntryPoint = "crypto_kem_mlkem768_seed_keypair")]
    private static partial int SeedKeyPair(Span<byte> publicKey, Span<byte> secretKey, ReadOnlySpan<byte> seed);

    [LibraryImport(Library, EntryPoint = "crypto_kem_mlkem768_enc_deterministic")]
    private static partial int EncapsulateFrom(
        Span<byte> encapsulated,
        Span<byte> secret,
        ReadOnlySpan<byte> publicKey,
        ReadOnlySpan<byte> message
    );

    [LibraryImport(Library, EntryPoint = "crypto_kem_mlkem768_dec")]
    private static partial int Decapsulate(
        Span<byte> secret,
        ReadOnlySpan<byte> encapsulated,
        ReadOnlySpan<byte> secretKey
    );
}
