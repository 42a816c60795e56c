namespace Pamphlet.Editions.Building;

/// <summary>What pages say of the paper that stands in no row: it is so where this program runs.</summary>
/// <param name="IsSigned">Editions carry their seal, and the page that tells how to check it.</param>
/// <param name="TakesLetters">There is a key for letters today.</param>
internal readonly record struct PaperTraits(bool IsSigned, bool TakesLetters);
