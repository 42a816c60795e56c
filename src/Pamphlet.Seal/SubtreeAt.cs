namespace Pamphlet.Seal;

/// <summary>The hash of a whole subtree of 2^<paramref name="level"/> leaves that begins with leaf <paramref name="index"/> · 2^level.</summary>
/// <remarks>Whoever keeps a tree answers this, from memory or from tiles; proofs ask nothing else.</remarks>
public delegate ContentHash SubtreeAt(int level, long index);
