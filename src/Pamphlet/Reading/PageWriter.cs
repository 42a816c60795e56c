using System.Buffers;
using Pamphlet.Posts;

namespace Pamphlet.Reading;

/// <summary>Writes a planned file. Pure, and safe to call from several threads at once.</summary>
internal static class PageWriter
{
    /// <param name="articleOf">Gives each post that the plan <see cref="PagePlan.Needs"/>.</param>
    public static void Write(
        PagePlan plan,
        Catalogue catalogue,
        Func<PostId, Article> articleOf,
        IBufferWriter<byte> output
    ) => throw new NotSupportedException();
}
