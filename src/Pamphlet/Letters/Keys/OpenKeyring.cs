using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Keys;

/// <summary>What a correspondent's passphrase opened, in memory that is wiped when it is locked.</summary>
internal sealed class OpenKeyring(string holder, HybridIdentity own, SecretBytes signingSeed) : IDisposable
{
    private readonly List<EpochSecret> epochs = [];

    /// <summary>Whose.</summary>
    public string Holder => holder;

    public HybridIdentity Own => own;

    /// <summary>Of the paper's signing key: for paper, and for nothing else.</summary>
    public ReadOnlySpan<byte> SigningSeed => signingSeed.Span;

    public LettersIdentity Signing { get; } = LettersIdentity.FromSeed(signingSeed.Span);

    /// <summary>By day, the newest first; of one day the newest first, too.</summary>
    public IReadOnlyList<EpochSecret> Epochs => epochs;

    public void Add(EpochSecret epoch)
    {
        epochs.Add(epoch);
        epochs.Sort((one, other) => string.CompareOrdinal(other.File, one.File));
    }

    /// <summary>Forgets what others have destroyed meanwhile.</summary>
    public void KeepOnly(IReadOnlySet<string> files)
    {
        foreach (var gone in epochs.Where(epoch => !files.Contains(epoch.File)).ToList())
        {
            gone.Identity.Dispose();
            epochs.Remove(gone);
        }
    }

    public void Dispose()
    {
        foreach (var epoch in epochs)
        {
            epoch.Identity.Dispose();
        }

        epochs.Clear();
        Signing.Dispose();
        signingSeed.Dispose();
        own.Dispose();
    }
}

/// <param name="File">The name of its file; one that is made later on the same day sorts behind.</param>
internal sealed record EpochSecret(string File, DateOnly From, HybridIdentity Identity);
