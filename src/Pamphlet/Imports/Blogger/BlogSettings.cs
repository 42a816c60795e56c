using CsvHelper;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Blogger;

/// <summary>What a paper takes over of a blog's settings.</summary>
/// <remarks>
/// They are named here one by one, because the same table holds the administrators' e-mail addresses, their account for
/// advertising and who may read: none of it may reach an object that lives on.
/// </remarks>
/// <param name="Locale">As Blogger writes it: <c>en_US</c>.</param>
/// <param name="Subdomain">The name before <c>.blogspot.com</c>.</param>
/// <param name="IsPrivate">Only invited people could read it.</param>
internal sealed record BlogSettings(
    string Name,
    string Description,
    string Locale,
    string Subdomain,
    string Domain,
    bool IsPrivate
)
{
    private static readonly string[] Taken =
    [
        "blog_name",
        "blog_description",
        "blog_locale",
        "blog_subdomain",
        "blog_custom_domain",
        "blog_read_access_mode",
    ];

    public static BlogSettings None { get; } = From(_ => null);

    /// <summary>The one row of a Takeout's table; what cannot be read is as if it were not there.</summary>
    public static BlogSettings Read(ExportFile file)
    {
        using var table = CsvReader.Create(
            new BoundedStream(file.Open(), ExportLimits.Table, file.Path),
            new CsvReaderOptions { Separator = ',', IncludeValuesInExceptions = false }
        );
        try
        {
            return table.Read()
                ? From(name => table.TryGetFieldIndex(name, out var place) ? table.GetString(place) : null)
                : None;
        }
        catch (CsvFormatException)
        {
            return None;
        }
    }

    /// <param name="valueOf">Gives the value of a setting by its name in small letters, or null.</param>
    public static BlogSettings From(Func<string, string?> valueOf)
    {
        var values = Taken.Select(name => (valueOf(name) ?? "").Trim()).ToArray();
        return new BlogSettings(
            values[0],
            values[1],
            values[2],
            values[3].ToLowerInvariant(),
            values[4].ToLowerInvariant(),
            // A word that nobody knows is taken for a closed door.
            IsPrivate: values[5].Length > 0 && !values[5].Equals("PUBLIC", StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>The setting's name in an entry's id of the old export (<c>….settings.BLOG_NAME</c>), if it is one of those taken.</summary>
    public static string? NameIn(string entryId)
    {
        var name = entryId[(entryId.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return Array.IndexOf(Taken, name) >= 0 ? name : null;
    }
}
