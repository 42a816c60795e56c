using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Pamphlet.Editions.Shelving;
using Pamphlet.Reading;
using Pamphlet.Seal;
using Pamphlet.Vault;

namespace Pamphlet.Signing;

/// <summary>A paper's log with, where the vault opens, the keys that sign it. Without keys the last edition is served, and no other made.</summary>
internal sealed class SignedPaper : IDisposable
{
    private SignedPaper(KeyVault vault, PaperKeys? keys, EditionLog log, KeySetFolder keySets)
    {
        (Vault, Keys, Log, KeySets) = (vault, keys, log, keySets);
    }

    public KeyVault Vault { get; }

    /// <summary>Null: the paper is read-only.</summary>
    public PaperKeys? Keys { get; }

    public EditionLog Log { get; }

    public KeySetFolder KeySets { get; }

    public bool IsReadOnly => Keys is null;

    /// <summary>Opens log and keys of a data folder, and has the shelf's editions signed from now on.</summary>
    /// <param name="home">Names a paper that has no keys yet.</param>
    /// <exception cref="LogDamagedException">The log does not fit together.</exception>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "What is returned owns them."
    )]
    public static SignedPaper Open(
        string dataFolder,
        OperatorSecret? secret,
        Uri? home,
        EditionShelf shelf,
        TimeProvider time,
        bool attach = true
    )
    {
        var vault = KeyVault.Open(dataFolder, secret);
        var log = EditionLog.Open(Path.Combine(dataFolder, "log"));
        var keys = PaperKeys.Open(vault, home);
        var paper = new SignedPaper(vault, keys, log, new KeySetFolder(Path.Combine(dataFolder, "keysets")));
        if (keys is not null && attach)
        {
            new SignEditions(shelf, log, keys, time) { Keys = () => paper.KeySets.Newest()?.Hash }.Attach();
        }

        return paper;
    }

    /// <summary>More files that every edition carries.</summary>
    public Func<IEnumerable<KeyValuePair<SitePath, byte[]>>> Besides { get; set; } = () => [];

    /// <summary>Addresses of mirrors, for readers.</summary>
    public Func<IReadOnlyList<string>> Mirrors { get; set; } = () => [];

    /// <summary>Copies that lie ready for readers.</summary>
    public Func<IReadOnlyList<CopyFact>> Copies { get; set; } = () => [];

    /// <summary>Where the paper is on the onion network, or null.</summary>
    public Func<string?> Onion { get; set; } = () => null;

    /// <summary>What every edition carries for whoever checks it or takes it along.</summary>
    public IEnumerable<KeyValuePair<SitePath, byte[]>> Enclosed(Catalogue catalogue)
    {
        foreach (var file in Files())
        {
            yield return file;
        }

        var page = new ArrayBufferWriter<byte>();
        PageWriter.WriteVerify(Facts(), catalogue, page);
        yield return new(SitePath.From($"data/{Reading.Files.Verify}"), page.WrittenSpan.ToArray());
        page.Clear();
        PageWriter.WriteCopies(new CopyFacts(Copies(), Onion(), Mirrors()), catalogue, page);
        yield return new(SitePath.From($"data/{Reading.Files.Copies}"), page.WrittenSpan.ToArray());
    }

    /// <summary>Those of them that are no pages.</summary>
    public IEnumerable<KeyValuePair<SitePath, byte[]>> Files() => KeySets.Files().Concat(Besides());

    private SealFacts Facts()
    {
        var key = Keys!.Log.Verifier;
        return new SealFacts($"{key}", $"{key.Fingerprint}", KeySets.Newest()?.Hash.ToString(), Mirrors());
    }

    public void Dispose()
    {
        Keys?.Dispose();
        Vault.Dispose();
    }
}
