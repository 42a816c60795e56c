using System.Text;

namespace Pamphlet.Seal;

/// <summary>
/// One Ed25519 signature in the wrappings that tools of other people read: signify, minisign, OpenSSL. Whoever doubts us needs none
/// of our code.
/// </summary>
public static class StrangersTools
{
    private static readonly byte[] DerPrefix = Convert.FromHexString("302a300506032b6570032100");

    /// <summary>The public key as a file for <c>signify -p</c> and <c>minisign -p</c>.</summary>
    /// <param name="comment">One line; not signed.</param>
    public static byte[] PublicKeyFile(VerifierKey key, string comment)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Commented(comment, Wrapped(key, key.PublicKey));
    }

    /// <summary>The public key as a file for <c>openssl pkeyutl -keyform DER</c>.</summary>
    public static byte[] PublicKeyDer(VerifierKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return [.. DerPrefix, .. key.PublicKey];
    }

    /// <summary>Reads such a file; the log's name is not in it.</summary>
    /// <returns>Null: it is none.</returns>
    public static VerifierKey? ReadPublicKeyDer(ReadOnlySpan<byte> der, string name) =>
        der.Length == DerPrefix.Length + VerifierKey.KeySize && der.StartsWith(DerPrefix) && VerifierKey.IsName(name)
            ? new VerifierKey(name, KeyKind.Note, der[DerPrefix.Length..].ToArray())
            : null;

    /// <summary>A signature file for <c>signify -x</c>.</summary>
    public static byte[] Signify(VerifierKey key, ReadOnlySpan<byte> signature, string comment)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Commented(comment, Wrapped(key, signature));
    }

    /// <summary>A signature file for <c>minisign -x</c>, which also signs a comment.</summary>
    /// <param name="trusted">One line that is signed together with the signature.</param>
    public static byte[] Minisign(SigningKey key, ReadOnlySpan<byte> signature, string comment, string trusted)
    {
        ArgumentNullException.ThrowIfNull(key);
        var global = key.SignBytes([.. signature, .. Encoding.UTF8.GetBytes(trusted)]);
        return
        [
            .. Commented(comment, Wrapped(key.Verifier, signature)),
            .. Encoding.UTF8.GetBytes($"trusted comment: {trusted}\n{Convert.ToBase64String(global)}\n"),
        ];
    }

    // «Ed», a number to find the key by, and the key or signature itself.
    private static byte[] Wrapped(VerifierKey key, ReadOnlySpan<byte> content) =>
        [(byte)'E', (byte)'d', .. key.PublicKey[..8], .. content];

    private static byte[] Commented(string comment, byte[] content) =>
        Encoding.UTF8.GetBytes($"untrusted comment: {comment}\n{Convert.ToBase64String(content)}\n");
}
