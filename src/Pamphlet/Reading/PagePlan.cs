using Pamphlet.Posts;
using Pamphlet.Seal;

namespace Pamphlet.Reading;

/// <summary>One file of the edition before it is written: where it will lie, and whose words it needs.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Needs">The posts whose text or discussion it shows; the writer asks for no other.</param>
internal abstract record PagePlan(SitePath Path, IReadOnlyList<PostId> Needs);
