namespace Pamphlet.Editions.Shelving;

/// <summary>Why nothing of a shelf may be served; it is built anew from the database.</summary>
internal enum ShelfDamage
{
    None,

    /// <summary>The file <c>current</c> is not as it was written.</summary>
    Record,

    /// <summary>An index is missing or not as it was written.</summary>
    Index,

    /// <summary>A pack is missing, cut, or no pack.</summary>
    Pack,
}
