using System.Globalization;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Writing;

/// <summary>Gives each name an address of its own: Blogger's labels «Art» and «art» are two.</summary>
internal static class NameSlugs
{
    /// <summary>A slug that was not yet in <paramref name="taken"/>, and is now.</summary>
    public static string Take(string name, HashSet<string> taken)
    {
        var wished = Slug.Of(name);
        var slug = wished;
        for (var again = 2; !taken.Add(slug); again++)
        {
            slug = string.Create(CultureInfo.InvariantCulture, $"{wished}-{again}");
        }

        return slug;
    }
}
