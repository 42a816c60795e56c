using System.Collections;
using System.Runtime.CompilerServices;
using Pamphlet.Seal;

namespace Pamphlet.Reading;

internal sealed record MenuItem(string Title, SitePath Path);

/// <summary>The pages that every page names, in order. Two are equal that name the same: a paper is compared whole.</summary>
[CollectionBuilder(typeof(Menu), nameof(Of))]
internal sealed class Menu(IReadOnlyList<MenuItem> items) : IReadOnlyList<MenuItem>, IEquatable<Menu>
{
    public int Count => items.Count;

    public MenuItem this[int index] => items[index];

    public static Menu Of(ReadOnlySpan<MenuItem> items) => new(items.ToArray());

    public IEnumerator<MenuItem> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Menu? other) => other is not null && items.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as Menu);

    public override int GetHashCode() => items.Count;
}
