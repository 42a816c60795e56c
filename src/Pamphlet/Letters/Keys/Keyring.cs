using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Keys;

/// <summary>
/// The correspondents' secrets in a folder: one file a correspondent, one with the seed that signs, one for each epoch, each sealed
/// to all correspondents. So an epoch is destroyed by overwriting one file, and whoever agrees to it needs no passphrase.
/// </summary>
/// <param name="work">The logarithm of scrypt's cost: 17 takes half a second and 128 MiB.</param>
internal sealed class Keyring(string folder, int work = Keyring.UsualWork)
{
    public const int UsualWork = 17;

    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string Day = "yyyy-MM-dd";

    public string Folder => folder;

    /// <summary>Whether there are keys.</summary>
    public bool IsMade => File.Exists(Signing);

    private string Signing => Path.Combine(folder, "signing.age");

    private string Holding => Path.Combine(folder, "holders");

    private string Epochs => Path.Combine(folder, "epochs");

    /// <summary>Who has a key, by name.</summary>
    public IReadOnlyList<Holder> Holders =>
        [
            .. FilesIn(Holding)
                .Select(name =>
                    Holder.TryRead(name, File.ReadAllBytes(Path.Combine(Holding, name)), out var one) ? one : null
                )
                .OfType<Holder>(),
        ];

    /// <summary>The epochs whose secrets are still here, without opening any: file and first day, by day.</summary>
    public IReadOnlyList<(string File, DateOnly From)> EpochFiles =>
        [.. FilesIn(Epochs).Where(IsEpoch).Select(file => (file, DayOf(file)))];

    /// <summary>Makes a signing key, and the first correspondent's own.</summary>
    /// <param name="seed">What came back from paper, or null: a new one is drawn.</param>
    /// <exception cref="InvalidOperationException">There are keys: the caller's fault, for it would lose letters.</exception>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The open ring owns them."
    )]
    public OpenKeyring Make(string holder, SecretBytes passphrase, SecretBytes? seed = null)
    {
        if (IsMade)
        {
            throw new InvalidOperationException("There are keys already.");
        }

        foreach (var place in new[] { folder, Holding, Epochs })
        {
            Directory.CreateDirectory(place, OwnersFolder);
        }

        DestroyIn(Epochs);
        DestroyIn(Holding);
        var own = HybridIdentity.Create();
        SealedFile.Write(PathOf(holder), Holder.Write(own, passphrase, work));
        var signing = seed is null ? SecretBytes.Random(HybridIdentity.SeedBytes) : SecretBytes.From(seed.Span);

        // The last file that is written is the one by which a ring is known to be made.
        SealedFile.Write(Signing, SealedFile.Seal(signing.Span, [own.Recipient]));
        return new OpenKeyring(holder, own, signing);
    }

    /// <returns>Null: there is no such correspondent, the passphrase is another, or they were never given the keys.</returns>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The open ring owns them."
    )]
    public OpenKeyring? Open(string holder, SecretBytes passphrase)
    {
        var own = Holders.FirstOrDefault(one => IsNamed(one, holder))?.Open(passphrase);
        return own is null ? null : Open(holder, own);
    }

    /// <param name="own">The correspondent's own key; what is returned owns it.</param>
    /// <returns>Null: they were never given the keys, and <paramref name="own"/> is wiped.</returns>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The open ring owns them."
    )]
    public OpenKeyring? Open(string holder, HybridIdentity own)
    {
        if (
            !IsMade || SealedFile.Open(File.ReadAllBytes(Signing), own) is not { Length: HybridIdentity.SeedBytes } seed
        )
        {
            own.Dispose();
            return null;
        }

        var open = new OpenKeyring(holder, own, seed);
        Refresh(open);
        return open;
    }

    /// <summary>Loads what others made meanwhile, and forgets what they destroyed.</summary>
    public void Refresh(OpenKeyring open)
    {
        var there = EpochFiles;
        open.KeepOnly(there.Select(epoch => epoch.File).ToHashSet(StringComparer.Ordinal));
        var known = open.Epochs.Select(epoch => epoch.File).ToHashSet(StringComparer.Ordinal);
        foreach (var (file, from) in there.Where(epoch => !known.Contains(epoch.File)))
        {
            using var seed = SealedFile.Open(File.ReadAllBytes(Path.Combine(Epochs, file)), open.Own);
            if (seed is { Length: HybridIdentity.SeedBytes })
            {
                open.Add(new EpochSecret(file, from, HybridIdentity.FromSeed(seed.Span)));
            }
        }
    }

    /// <summary>Draws a key for letters from <paramref name="from"/> on. It is on the disk before it can be published.</summary>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The open ring owns them."
    )]
    public void AddEpoch(OpenKeyring open, DateOnly from)
    {
        var made = HybridIdentity.Create();
        var turn = EpochFiles.Count(epoch => epoch.From == from);
        var chance = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var file = string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}.{turn:00}.{chance}.age");
        SealedFile.Write(Path.Combine(Epochs, file), SealedFile.Seal(made.Seed, Recipients()));
        open.Add(new EpochSecret(file, from, made));
    }

    /// <summary>
    /// Gives a correspondent everything that <paramref name="open"/> opens, under a key that is drawn now: somebody new, or somebody
    /// known whose passphrase may have been seen, and whose old key then opens nothing that is written from now on.
    /// </summary>
    public void Let(OpenKeyring open, string holder, SecretBytes passphrase)
    {
        using var own = HybridIdentity.Create();
        var before = Recipients();

        // For the old key and the new one, until the new one lies there: who loses power in between has not lost the letters.
        SealFor(open, [.. before, own.Recipient]);
        SealedFile.Write(PathOf(holder), Holder.Write(own, passphrase, work));
        SealFor(open, Recipients());
    }

    /// <summary>Overwrites a correspondent's key: what is sealed from now on is not for them. What they know already, they know.</summary>
    public bool Remove(string holder) => DestroyFile(PathOf(holder));

    /// <summary>Overwrites epochs' secrets: nobody opens their letters any more.</summary>
    public void Destroy(IEnumerable<string> epochFiles)
    {
        foreach (var file in epochFiles.Where(IsEpoch))
        {
            DestroyFile(Path.Combine(Epochs, file));
        }
    }

    /// <summary>Overwrites everything.</summary>
    public void DestroyAll()
    {
        DestroyFile(Signing);
        DestroyFile($"{Signing}.next");
        DestroyIn(Epochs);
        DestroyIn(Holding);
    }

    public IReadOnlyList<HybridRecipient> Recipients() => [.. Holders.Select(holder => holder.Recipient)];

    private static bool IsNamed(Holder holder, string name) =>
        string.Equals(holder.Name, name, StringComparison.Ordinal);

    private void SealFor(OpenKeyring open, IReadOnlyList<HybridRecipient> recipients)
    {
        SealedFile.Write(Signing, SealedFile.Seal(open.SigningSeed, recipients));
        foreach (var epoch in open.Epochs)
        {
            SealedFile.Write(Path.Combine(Epochs, epoch.File), SealedFile.Seal(epoch.Identity.Seed, recipients));
        }
    }

    private static bool IsEpoch(string file) =>
        file.EndsWith(".age", StringComparison.Ordinal)
        && file.Length > Day.Length
        && DateOnly.TryParseExact(file[..Day.Length], Day, CultureInfo.InvariantCulture, default, out _);

    private static DateOnly DayOf(string file) =>
        DateOnly.ParseExact(file[..Day.Length], Day, CultureInfo.InvariantCulture);

    private static string[] FilesIn(string place) =>
        Directory.Exists(place)
            ?
            [
                .. Directory
                    .EnumerateFiles(place)
                    .Select(path => Path.GetFileName(path))
                    .Where(name => !name.EndsWith(".next", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    private static void DestroyIn(string place)
    {
        foreach (var path in Directory.Exists(place) ? Directory.GetFiles(place) : [])
        {
            Durable.Destroy(path);
        }
    }

    private static bool DestroyFile(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        Durable.Destroy(path);
        Durable.FlushFolder(Path.GetDirectoryName(path)!);
        return true;
    }

    private string PathOf(string holder) =>
        Holder.IsName(holder)
            ? Path.Combine(Holding, holder)
            : throw new ArgumentException("This is no name of a correspondent.", nameof(holder));
}
