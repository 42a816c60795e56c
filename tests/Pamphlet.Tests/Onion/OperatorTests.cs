using System.Security.Cryptography;
using Pamphlet.Onion;
using Pamphlet.Vault;

namespace Pamphlet.Tests.Onion;

/// <summary>What an operator can get wrong is said in one line, with what mends it.</summary>
public sealed class OperatorTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("pamphlet-onion-").FullName;

    [Fact]
    public void Without_tor_the_line_names_the_package()
    {
        var wrong = PaperOnion.WithOwnTor(
            data,
            Vault(),
            name => name is "PATH" ? data : null,
            "",
            mirrored: null,
            out _
        );

        Assert.Equal("tor is not installed. Install it and start again: apt install tor", wrong);
    }

    [Theory]
    [InlineData("Tor version 0.4.5.16.", "tor 0.4.5.16 is too old")]
    [InlineData("hello", "does not say which version")]
    public void A_tor_that_cannot_do_it_is_named(string says, string expected)
    {
        MakeTor(says);

        var wrong = PaperOnion.WithOwnTor(
            data,
            Vault(),
            name => name is "PATH" ? data : null,
            "",
            mirrored: null,
            out _
        );

        Assert.Contains(expected, wrong, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong!);
    }

    [Theory]
    [InlineData("Tor version 0.4.8.12 (git-1).", true)]
    [InlineData("Tor version 0.4.9.9.", false)]
    public void A_tor_with_known_faults_serves_and_is_complained_of(string says, bool expected)
    {
        MakeTor(says);

        var wrong = PaperOnion.WithOwnTor(
            data,
            Vault(),
            name => name is "PATH" ? data : null,
            "",
            mirrored: null,
            out var onion
        );

        Assert.Null(wrong);
        Assert.Equal(expected, onion!.Health.Warning is not null);
    }

    [Fact]
    public void A_seed_that_is_sealed_with_another_secret_is_not_drawn_anew()
    {
        var secret = new OperatorSecret(RandomNumberGenerator.GetBytes(32));
        var host = PaperOnion.Addresses(KeyVault.Open(data, secret))!.Value.Paper.Host;

        var none = PaperOnion.WithExistingTor(Vault(), "127.0.0.1:9051", 8080, mirrored: null, out _);
        var other = PaperOnion.WithExistingTor(
            KeyVault.Open(data, new OperatorSecret([1])),
            "127.0.0.1:9051",
            8080,
            mirrored: null,
            out _
        );

        Assert.Contains("locked with a secret that was not given", none, StringComparison.Ordinal);
        Assert.Contains("does not open the onion's seed", other, StringComparison.Ordinal);
        Assert.Equal(host, PaperOnion.Addresses(KeyVault.Open(data, secret))!.Value.Paper.Host);
    }

    [Fact]
    public void A_damaged_seed_or_list_is_not_taken_for_none()
    {
        _ = PaperOnion.Addresses(Vault());
        _ = new DeskClients(Vault()).Let("mai");
        var list = Path.Combine(data, "keys", "onion-desk-clients.sealed");
        var bytes = File.ReadAllBytes(list);
        bytes[^1] ^= 1;
        File.WriteAllBytes(list, bytes);

        var wrong = PaperOnion.WithExistingTor(Vault(), "127.0.0.1:9051", 8080, mirrored: null, out _);

        Assert.Contains("damaged", wrong, StringComparison.Ordinal);
        Assert.Null(new DeskClients(Vault()).Read());
    }

    [Fact]
    public void Nothing_but_this_machine_is_taken_for_tor()
    {
        Assert.True(LocalDoor.IsLocal("127.0.0.1:9051"));
        Assert.False(LocalDoor.IsLocal("192.0.2.1:9051"));
        Assert.False(LocalDoor.IsLocal("tor.example:9051"));
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private KeyVault Vault() => KeyVault.Open(data, secret: null);

    private void MakeTor(string says)
    {
        var file = Path.Combine(data, "tor");
        File.WriteAllText(file, $"#!/bin/sh\necho '{says}'\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
