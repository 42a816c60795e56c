using System.Security.Cryptography;
using Pamphlet.Storage;

namespace Pamphlet.Vault;

/// <summary>The secrets of one data folder, open or shut. What each lock protects stands in the README.</summary>
internal sealed class KeyVault : IDisposable
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string folder;
    private readonly byte[]? key;

    private KeyVault(string folder, VaultState state, byte[]? key)
    {
        (this.folder, State, this.key) = (folder, state, key);
    }

    public VaultState State { get; }

    public bool IsLocked => key is null;

    private string MachineSecret => Path.Combine(folder, "machine-secret");

    private string Head => Path.Combine(folder, "vault");

    /// <summary>Opens the vault of a data folder; makes one where there is none.</summary>
    /// <param name="secret">The operator's, or null: the machine's is used, where that is the lock.</param>
    public static KeyVault Open(string dataFolder, OperatorSecret? secret)
    {
        var place = Path.Combine(dataFolder, "keys");
        Directory.CreateDirectory(place, OwnersFolder);
        var vault = new KeyVault(place, VaultState.Damaged, key: null);
        if (!File.Exists(vault.Head))
        {
            // A new lock would not open what lies here.
            return Directory.EnumerateFiles(place, "*.sealed").Any() ? vault : vault.Make(secret);
        }

        if (!VaultHead.TryParse(File.ReadAllBytes(vault.Head), out var head))
        {
            return vault;
        }

        return head.IsByOperator ? vault.OpenBy(head, secret) : vault.OpenByMachine(head, secret);
    }

    /// <returns>Null: the vault is shut, or there is no such secret, or it was damaged. The caller overwrites what it gets.</returns>
    public byte[]? Read(string name) =>
        key is not null && Has(name) ? SecretBox.Open(key, name, File.ReadAllBytes(PathOf(name))) : null;

    /// <returns>The secret of this name, drawn now if there was none; null: the vault is shut, or the secret was damaged.</returns>
    public byte[]? ReadOrDraw(string name, int size)
    {
        if (!IsLocked && !Has(name))
        {
            Write(name, RandomNumberGenerator.GetBytes(size));
        }

        return Read(name);
    }

    /// <summary>Whether there is such a secret, readable or not.</summary>
    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>Seals a secret and makes it survive a power cut.</summary>
    /// <exception cref="InvalidOperationException">The vault is shut: the caller's fault.</exception>
    public void Write(string name, ReadOnlySpan<byte> secret) =>
        WriteFile(
            PathOf(name),
            SecretBox.Seal(key ?? throw new InvalidOperationException("The vault is shut."), name, secret)
        );

    public void Dispose() => CryptographicOperations.ZeroMemory(key);

    private string PathOf(string name) => Path.Combine(folder, $"{name}.sealed");

    private KeyVault Make(OperatorSecret? secret)
    {
        var made = RandomNumberGenerator.GetBytes(SecretBox.KeySize);
        var own = secret?.Bytes ?? RandomNumberGenerator.GetBytes(SecretBox.KeySize);
        if (secret is null)
        {
            WriteFile(MachineSecret, own);
        }

        WriteFile(Head, VaultHead.Seal(secret is not null, own, made).ToBytes());
        return new KeyVault(folder, secret is null ? VaultState.ByMachine : VaultState.ByOperator, made);
    }

    private KeyVault OpenBy(VaultHead head, OperatorSecret? secret)
    {
        if (secret is null)
        {
            return new KeyVault(folder, VaultState.NeedsSecret, key: null);
        }

        var opened = head.Open(secret.Bytes);
        if (opened is not null && File.Exists(MachineSecret))
        {
            // The power went between the new lock and the end of the old.
            Durable.Destroy(MachineSecret);
        }

        return new KeyVault(folder, opened is null ? VaultState.WrongSecret : VaultState.ByOperator, opened);
    }

    private KeyVault OpenByMachine(VaultHead head, OperatorSecret? secret)
    {
        var opened = File.Exists(MachineSecret) ? head.Open(File.ReadAllBytes(MachineSecret)) : null;
        if (opened is null)
        {
            return this;
        }

        if (secret is null)
        {
            return new KeyVault(folder, VaultState.ByMachine, opened);
        }

        WriteFile(Head, VaultHead.Seal(isByOperator: true, secret.Bytes, opened).ToBytes());
        Durable.Destroy(MachineSecret);
        return new KeyVault(folder, VaultState.ByOperator, opened);
    }

    private void WriteFile(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = $"{path}.next";
        using (
            var made = new FileStream(
                temporary,
                new FileStreamOptions
                {
                    Mode = FileMode.Create,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            )
        )
        {
            made.SetLength(0);
        }

        Durable.Replace(path, temporary, bytes);
        Durable.FlushFolder(folder);
    }
}
