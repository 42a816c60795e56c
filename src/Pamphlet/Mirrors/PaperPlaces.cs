using Pamphlet.Copies;
using Pamphlet.Editions;
using Pamphlet.Onion;

namespace Pamphlet.Mirrors;

/// <summary>Where the paper is to be had besides its own address, as the desk shows it.</summary>
/// <param name="Copies">Null: the paper is served without a folder of its own, as some tests do.</param>
/// <param name="Onion">Null: it is served on no onion.</param>
internal sealed record PaperPlaces(CopyShelf? Copies, PaperOnion? Onion, Press Press)
{
    public SisterList? Sisters => Copies is null ? null : new SisterList(Copies.DataFolder);

    /// <summary>What each mirror was found to be when they were asked last.</summary>
    public SisterNews? News => Copies is null ? null : new SisterNews(Copies.DataFolder);

    /// <summary>How many proofs against somebody lie here.</summary>
    public int Proofs => Copies is null ? 0 : new Evidence(Path.Combine(Copies.DataFolder, "evidence")).All().Count;
}
