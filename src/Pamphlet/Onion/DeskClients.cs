using System.Text;
using System.Text.RegularExpressions;
using NSec.Cryptography;
using Pamphlet.Vault;

namespace Pamphlet.Onion;

/// <summary>
/// Which browsers may find the editors' address: a public key each, under a name that the editors choose. To everybody else
/// the address is not there: tor does not even tell whether it exists.
/// </summary>
internal sealed partial class DeskClients(KeyVault vault)
{
    private const string Secret = "onion-desk-clients";

    /// <returns>Null: the list is there and cannot be opened.</returns>
    public IReadOnlyList<DeskClient>? Read() =>
        vault.ReadOrDraw(Secret, 0) is not { } bytes
            ? null
            :
            [
                .. Encoding
                    .UTF8.GetString(bytes)
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => line.Split(' '))
                    .Select(words => new DeskClient(words[0], words[1])),
            ];

    /// <summary>Lets one more browser in.</summary>
    /// <returns>The private key, in base32, which is kept nowhere: Tor Browser asks for it; null: that name is taken or is none.</returns>
    public string? Let(string name)
    {
        var all = Read() ?? throw new InvalidOperationException("The list cannot be opened.");
        if (!Name().IsMatch(name) || all.Any(client => string.Equals(client.Name, name, StringComparison.Ordinal)))
        {
            return null;
        }

        using var key = Key.Create(
            KeyAgreementAlgorithm.X25519,
            new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport }
        );
        Write([.. all, new DeskClient(name, OnionLetters.Of(key.PublicKey.Export(KeyBlobFormat.RawPublicKey)))]);
        return OnionLetters.Of(key.Export(KeyBlobFormat.RawPrivateKey)).ToUpperInvariant();
    }

    /// <returns>Whether there was one of that name.</returns>
    public bool Shut(string name)
    {
        var all = Read() ?? throw new InvalidOperationException("The list cannot be opened.");
        var left = all.Where(client => !string.Equals(client.Name, name, StringComparison.Ordinal)).ToList();
        Write(left);
        return left.Count < all.Count;
    }

    private void Write(IEnumerable<DeskClient> all) =>
        vault.Write(
            Secret,
            Encoding.UTF8.GetBytes(string.Concat(all.Select(client => $"{client.Name} {client.PublicKey}\n")))
        );

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.None, 1000)]
    private static partial Regex Name();
}

/// <param name="PublicKey">In base32.</param>
internal sealed record DeskClient(string Name, string PublicKey);
