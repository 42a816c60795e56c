using System.Text;

namespace Pamphlet.Vault;

/// <summary>What the operator keeps apart from the data, to lock it with.</summary>
/// <param name="Bytes">A passphrase in UTF-8 or any bytes, without the newline that editors add.</param>
internal sealed record OperatorSecret(byte[] Bytes)
{
    /// <summary>Larger files are no secret but a mistake, in bytes.</summary>
    private const int MaxBytes = 4096;

    /// <summary>Looks in the file that was named, then where systemd puts credentials, then in the environment.</summary>
    /// <returns>Null: the operator gave none.</returns>
    /// <exception cref="IOException">A named file is not there, empty or too long: the operator's mistake.</exception>
    public static OperatorSecret? Find(string? file)
    {
        file ??= Variable("PAMPHLET_SECRET_FILE");
        if (file is null && Variable("CREDENTIALS_DIRECTORY") is { } credentials)
        {
            var credential = Path.Combine(credentials, "pamphlet-secret");
            file = File.Exists(credential) ? credential : null;
        }

        return file is not null ? FromFile(file)
            : Variable("PAMPHLET_SECRET") is { } typed ? new OperatorSecret(Encoding.UTF8.GetBytes(typed))
            : null;
    }

    private static OperatorSecret FromFile(string file)
    {
        if (new FileInfo(file).Length > MaxBytes)
        {
            throw new IOException($"{file} is too long for a secret.");
        }

        var bytes = File.ReadAllBytes(file).AsSpan().TrimEnd("\r\n"u8);
        return bytes.IsEmpty ? throw new IOException($"{file} is empty.") : new OperatorSecret(bytes.ToArray());
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
