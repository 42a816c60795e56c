using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Storage;

/// <summary>
/// Small secrets of the server that must be there when it starts: the seeds of its onion addresses, keys that sign by
/// themselves. Each is a file of <c>secrets/</c> in the data folder, sealed with the operator's secret.
/// </summary>
/// <remarks>
/// What it protects follows from where that secret lies. Named by <c>$PAMPHLET_SECRET</c> or handed over by systemd
/// (<c>LoadCredential=pamphlet-secret</c>), the data folder alone, stolen or copied, gives nothing away. Where nobody named
/// one, it is drawn once and lies beside the data (<c>secret</c>, mode 0600): then only other users of the machine, and whoever
/// gets a part of the folder, are kept out.
/// </remarks>
internal sealed class SecretBox
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const UnixFileMode Ours = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder;
    private readonly byte[] key;

    private SecretBox(string folder, byte[] key)
    {
        this.folder = folder;
        this.key = key;
    }

    private static ReadOnlySpan<byte> Title => "pamphlet secret 1\n"u8;

    /// <summary>By name, whether they can be opened or not.</summary>
    public IReadOnlyList<string> Names =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder)
                    .Select(file => Path.GetFileName(file))
                    .Where(name => !name.EndsWith(".next", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <param name="data">The paper's folder.</param>
    /// <param name="secretFile">The operator's, or null: nobody named one.</param>
    /// <exception cref="IOException">The operator's file cannot be read, or holds fewer than 32 bytes: the operator's to mend.</exception>
    public static SecretBox Open(string data, string? secretFile)
    {
        var secret = File.ReadAllBytes(secretFile ?? DrawnBeside(data));
        if (secret.Length < 32)
        {
            throw new IOException("The secret has fewer than 32 bytes.");
        }

        return new SecretBox(Path.Combine(data, "secrets"), HKDF.Extract(HashAlgorithmName.SHA256, secret));
    }

    /// <summary>Which file the operator named: in the environment, or through systemd; null: none.</summary>
    public static string? NamedByOperator()
    {
        if (Environment.GetEnvironmentVariable("PAMPHLET_SECRET") is { Length: > 0 } named)
        {
            return named;
        }

        return
            Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } handed
            && Path.Combine(handed, "pamphlet-secret") is var file
            && File.Exists(file)
            ? file
            : null;
    }

    /// <returns>False: it is there, and sealed with another secret or not as it was written.</returns>
    /// <param name="secret">Null: there is none of this name.</param>
    public bool TryRead(string name, out byte[]? secret)
    {
        secret = null;
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            return true;
        }

        var bytes = File.ReadAllBytes(file).AsSpan();
        if (bytes.Length < Title.Length + NonceSize + TagSize || !bytes.StartsWith(Title))
        {
            return false;
        }

        var nonce = bytes.Slice(Title.Length, NonceSize);
        var body = bytes[(Title.Length + NonceSize)..^TagSize];
        var open = new byte[body.Length];
        try
        {
            using var cipher = new ChaCha20Poly1305(KeyOf(name));
            cipher.Decrypt(nonce, body, bytes[^TagSize..], open);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        secret = open;
        return true;
    }

    /// <summary>Seals a secret in place of what had its name. When this returns it is on the disk.</summary>
    public void Write(string name, ReadOnlySpan<byte> secret)
    {
        Directory.CreateDirectory(folder, Ours | UnixFileMode.UserExecute);
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var body = new byte[secret.Length];
        var tag = new byte[TagSize];
        using (var cipher = new ChaCha20Poly1305(KeyOf(name)))
        {
            cipher.Encrypt(nonce, secret, body, tag);
        }

        Replace(Path.Combine(folder, name), [.. Title, .. nonce, .. body, .. tag]);
    }

    /// <returns>The secret of this name, drawn now if there was none; null: it is there and cannot be opened.</returns>
    public byte[]? ReadOrDraw(string name, int size)
    {
        if (!TryRead(name, out var secret))
        {
            return null;
        }

        if (secret is null)
        {
            secret = RandomNumberGenerator.GetBytes(size);
            Write(name, secret);
        }

        return secret;
    }

    private static string DrawnBeside(string data)
    {
        var file = Path.Combine(data, "secret");
        if (!File.Exists(file))
        {
            Replace(file, RandomNumberGenerator.GetBytes(32));
        }

        return file;
    }

    private static void Replace(string file, ReadOnlySpan<byte> content)
    {
        var next = $"{file}.next";
        File.Delete(next);
        using (
            var written = new FileStream(
                next,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = Ours,
                }
            )
        )
        {
            written.Write(content);
            written.Flush(flushToDisk: true);
        }

        File.Move(next, file, overwrite: true);
    }

    // One key a name: a file that was renamed to another does not open.
    private byte[] KeyOf(string name) =>
        HKDF.Expand(HashAlgorithmName.SHA256, key, 32, Encoding.UTF8.GetBytes($"pamphlet secret: {name}"));
}
