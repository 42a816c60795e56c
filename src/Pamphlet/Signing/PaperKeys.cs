using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Pamphlet.Seal;
using Pamphlet.Vault;

namespace Pamphlet.Signing;

/// <summary>The keys that a server needs at hand: the log's, and the one with which it witnesses for its sisters.</summary>
internal sealed class PaperKeys : IDisposable
{
    private const string LogName = "log";
    private const string WitnessName = "witness";

    private PaperKeys(SigningKey log, SigningKey witness)
    {
        (Log, Witness) = (log, witness);
    }

    public SigningKey Log { get; }

    public SigningKey Witness { get; }

    /// <summary>The paper's name for ever, as keys and records have it: <c>paper.example</c>.</summary>
    public string Paper => Log.Verifier.Name[..^Suffix.Length];

    private static string Suffix => "/editions";

    /// <summary>Whether a vault holds the keys of a paper, readable or not.</summary>
    public static bool AreIn(KeyVault vault) => vault.Has(LogName);

    /// <summary>Reads the keys; makes them where there are none.</summary>
    /// <param name="home">Names the paper, or null: a name by chance, which is as good.</param>
    /// <returns>Null: the vault is shut or damaged.</returns>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "What is returned owns them."
    )]
    public static PaperKeys? Open(KeyVault vault, Uri? home)
    {
        if (vault.IsLocked)
        {
            return null;
        }

        if (!vault.Has(LogName))
        {
            var paper = NameOf(home);
            using var log = SigningKey.Make(paper + Suffix, KeyKind.Note);
            using var witness = SigningKey.Make($"{paper}/witness", KeyKind.Cosignature);
            Write(vault, WitnessName, witness);
            Write(vault, LogName, log);
        }

        var (logKey, witnessKey) = (Read(vault, LogName), Read(vault, WitnessName));
        return logKey is null || witnessKey is null ? null : new PaperKeys(logKey, witnessKey);
    }

    /// <summary>Puts another log key in the old one's place, under the same name. The editors' next key set must name it.</summary>
    public static VerifierKey Renew(KeyVault vault, string paper)
    {
        using var log = SigningKey.Make(paper + Suffix, KeyKind.Note);
        Write(vault, LogName, log);
        return log.Verifier;
    }

    public void Dispose()
    {
        Log.Dispose();
        Witness.Dispose();
    }

    private static string NameOf(Uri? home) =>
        home is null
            ? $"paper-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}"
            : (home.IdnHost + (home.IsDefaultPort ? "" : $":{home.Port}") + home.AbsolutePath).TrimEnd('/');

    private static void Write(KeyVault vault, string name, SigningKey key)
    {
        var bytes = Encoding.UTF8.GetBytes(key.ToSecretText());
        vault.Write(name, bytes);
        CryptographicOperations.ZeroMemory(bytes);
    }

    private static SigningKey? Read(KeyVault vault, string name)
    {
        var bytes = vault.Read(name);
        var key = bytes is not null && SigningKey.TryParse(Encoding.UTF8.GetString(bytes), out var read) ? read : null;
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }
}
