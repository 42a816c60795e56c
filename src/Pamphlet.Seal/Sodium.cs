using System.Runtime.InteropServices;

// A library of that name in the folder from which somebody starts the program must not be ours.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Pamphlet.Seal;

/// <summary>The two things of libsodium that NSec does not offer: X-Wing, and scrypt with a salt of any length.</summary>
/// <remarks>NSec brings the library; both speak to the same copy.</remarks>
internal static partial class Sodium
{
    private const string Library = "libsodium";

    /// <exception cref="InvalidOperationException">The library cannot start: the machine's fault.</exception>
    public static void Start()
    {
        // 1 says that somebody has started it before.
        if (Init() < 0)
        {
            throw new InvalidOperationException("libsodium did not start.");
        }
    }

    [LibraryImport(Library, EntryPoint = "crypto_kem_xwing_seed_keypair")]
    public static partial int XWingKeyPair(Span<byte> publicKey, Span<byte> secretKey, ReadOnlySpan<byte> seed);

    [LibraryImport(Library, EntryPoint = "crypto_kem_xwing_enc")]
    public static partial int XWingEncapsulate(
        Span<byte> encapsulated,
        Span<byte> sharedSecret,
        ReadOnlySpan<byte> publicKey
    );

    [LibraryImport(Library, EntryPoint = "crypto_kem_xwing_enc_deterministic")]
    public static partial int XWingEncapsulateFrom(
        Span<byte> encapsulated,
        Span<byte> sharedSecret,
        ReadOnlySpan<byte> publicKey,
        ReadOnlySpan<byte> seed
    );

    [LibraryImport(Library, EntryPoint = "crypto_kem_xwing_dec")]
    public static partial int XWingDecapsulate(
        Span<byte> sharedSecret,
        ReadOnlySpan<byte> encapsulated,
        ReadOnlySpan<byte> secretKey
    );

    [LibraryImport(Library, EntryPoint = "crypto_pwhash_scryptsalsa208sha256_ll")]
    public static partial int Scrypt(
        ReadOnlySpan<byte> passphrase,
        nuint passphraseLength,
        ReadOnlySpan<byte> salt,
        nuint saltLength,
        ulong n,
        uint r,
        uint p,
        Span<byte> key,
        nuint keyLength
    );

    [LibraryImport(Library, EntryPoint = "sodium_init")]
    private static partial int Init();
}
