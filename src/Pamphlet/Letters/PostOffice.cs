using Pamphlet.Letters.Between;
using Pamphlet.Letters.Corresponding;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters;

/// <summary>
/// What correspondents reach of the mail. On the server these are the mailbag and the bag of answers themselves; on an editor's own
/// machine what was fetched, and what will be sent.
/// </summary>
/// <param name="Folder">Where the keyring and the notebook lie.</param>
internal sealed record PostOffice(string Folder)
{
    /// <summary>The list of keys that readers seal to, or null: nobody can write yet.</summary>
    public required Func<EpochKeys?> Published { get; init; }

    /// <summary>Gives readers another list; null: nobody can write any more. False: it did not get there.</summary>
    public required Func<EpochKeys?, CancellationToken, Task<bool>> Publish { get; init; }

    /// <summary>How many slots the mailbag has, with letters or covers.</summary>
    public required Func<int> Slots { get; init; }

    /// <summary>Reads the beginning of a slot.</summary>
    public required ReadSlot Read { get; init; }

    /// <summary>Lays a sealed answer where its reader looks; false: there is no room, or it did not get there.</summary>
    public required Func<byte[], CancellationToken, Task<bool>> PutAnswer { get; init; }

    /// <summary>Puts covers where letters of weeks before a day lay, once their keys are destroyed. False: it did not get there.</summary>
    public required Func<DateOnly, CancellationToken, Task<bool>> Forget { get; init; }

    /// <summary>The way to other papers; null: from this desk there is none.</summary>
    public SisterLine? Sisters { get; init; }

    /// <summary>Whether this is an editor's own machine: the server never sees the keys.</summary>
    public bool IsOwnMachine { get; init; }

    /// <summary>What trying a passphrase costs: the logarithm that scrypt takes.</summary>
    public int Work { get; init; } = Keyring.UsualWork;

    public byte[] Page(int slot)
    {
        var page = new byte[LetterPage.SealedBytes];
        Read(slot, page);
        return page;
    }

    public Keyring Keyring => new(Path.Combine(Folder, "keys"), Work);

    public Notebook Notebook => new(Path.Combine(Folder, "notebook"));
}

/// <summary>Reads as much of a slot as <paramref name="into"/> holds.</summary>
internal delegate void ReadSlot(int slot, Span<byte> into);
