using System.Text;
using Pamphlet.Editions.Shelving;

namespace Pamphlet.Editions.Serving;

/// <summary>Blogger's feeds come in three formats at one address: <c>?alt=rss</c> picks.</summary>
internal static class FeedFormat
{
    private static readonly string[] Formats = ["atom", "rss", "json"];

    /// <param name="path">From the edition's root: the file that answers without a question.</param>
    /// <returns>The same feed in the format asked for, where there is one; otherwise the path.</returns>
    public static string Chosen(Edition edition, string path, ReadOnlySpan<byte> query)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0 || !Formats.Contains(path[(dot + 1)..], StringComparer.Ordinal))
        {
            return path;
        }

        foreach (var range in query.Split((byte)'&'))
        {
            var question = query[range];
            if (!question.StartsWith("alt="u8))
            {
                continue;
            }

            var wanted = Encoding.Latin1.GetString(question["alt=".Length..]);
            var other = $"{path[..dot]}.{wanted}";
            return
                Formats.Contains(wanted, StringComparer.Ordinal)
                && edition.TryFind(Encoding.UTF8.GetBytes(other), out _)
                ? other
                : path;
        }

        return path;
    }
}
