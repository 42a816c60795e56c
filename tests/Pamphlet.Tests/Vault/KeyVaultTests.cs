using Pamphlet.Vault;

namespace Pamphlet.Tests.Vault;

public sealed class KeyVaultTests : IDisposable
{
    private static readonly OperatorSecret Right = new("correct horse"u8.ToArray());
    private static readonly OperatorSecret Wrong = new("correct hors"u8.ToArray());

    private readonly string folder = Directory.CreateTempSubdirectory("pamphlet-vault-").FullName;

    [Fact]
    public void Without_a_secret_the_machines_own_opens_it_again()
    {
        using (var vault = KeyVault.Open(folder, secret: null))
        {
            vault.Write("seed", "SECRETWORD"u8);
        }

        using var again = KeyVault.Open(folder, secret: null);

        Assert.Equal(VaultState.ByMachine, again.State);
        Assert.Equal("SECRETWORD"u8.ToArray(), again.Read("seed"));
        Assert.All(Files(), file => Assert.False(File.ReadAllBytes(file).AsSpan().IndexOf("SECRETWORD"u8) >= 0));
        Assert.All(
            Files(),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file))
        );
    }

    [Fact]
    public void A_secret_that_is_given_later_changes_the_lock_and_not_the_keys()
    {
        using (var vault = KeyVault.Open(folder, secret: null))
        {
            vault.Write("seed", "SECRETWORD"u8);
        }

        using (var locked = KeyVault.Open(folder, Right))
        {
            Assert.Equal(VaultState.ByOperator, locked.State);
            Assert.Equal("SECRETWORD"u8.ToArray(), locked.Read("seed"));
        }

        Assert.DoesNotContain(Files(), file => file.EndsWith("machine-secret", StringComparison.Ordinal));
        Assert.Equal(VaultState.NeedsSecret, State(secret: null));
        Assert.Equal(VaultState.WrongSecret, State(Wrong));
        Assert.Equal(VaultState.ByOperator, State(Right));
    }

    [Fact]
    public void A_lock_that_is_lost_or_damaged_is_not_replaced()
    {
        using (var vault = KeyVault.Open(folder, Right))
        {
            vault.Write("seed", "SECRETWORD"u8);
        }

        var head = Path.Combine(folder, "keys", "vault");
        var bytes = File.ReadAllBytes(head);
        for (var at = 0; at < bytes.Length; at += 31)
        {
            var flipped = bytes.ToArray();
            flipped[at] ^= 1;
            File.WriteAllBytes(head, flipped);

            Assert.NotEqual(VaultState.ByOperator, State(Right));
        }

        File.Delete(head);

        Assert.Equal(VaultState.Damaged, State(Right));
        Assert.False(File.Exists(head));
    }

    [Fact]
    public void A_sealed_secret_is_read_under_its_own_name_only()
    {
        using var vault = KeyVault.Open(folder, secret: null);
        vault.Write("log", "one"u8);
        File.Copy(Path.Combine(folder, "keys", "log.sealed"), Path.Combine(folder, "keys", "witness.sealed"));

        Assert.Equal("one"u8.ToArray(), vault.Read("log"));
        Assert.Null(vault.Read("witness"));
        Assert.Null(vault.Read("onion"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private VaultState State(OperatorSecret? secret)
    {
        using var vault = KeyVault.Open(folder, secret);
        return vault.State;
    }

    private string[] Files() => Directory.GetFiles(Path.Combine(folder, "keys"));
}
