using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.ReadingOver;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Names;

/// <summary>Makes pen names, and keeps two apart that a reader could not tell apart.</summary>
internal sealed class PenNames(Database database, PublicationId paper)
{
    public const int Longest = 80;

    public Task<List<PenName>> AllAsync(CancellationToken cancellationToken) =>
        database
            .Set<PenName>()
            .Where(name => name.PublicationId == paper)
            .OrderBy(name => name.Name)
            .ToListAsync(cancellationToken);

    /// <summary>How many texts each stands under, drafts too.</summary>
    public async Task<Dictionary<PenNameId, int>> TextsAsync(CancellationToken cancellationToken) =>
        await database
            .Set<Byline>()
            .Where(byline => byline.PublicationId == paper)
            .GroupBy(byline => byline.PenNameId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    /// <summary>Adds a name; the caller saves. Null: there is one that looks the same, or its letters only look alike.</summary>
    public async Task<(PenName? Name, NameRefusal? Refusal)> AddAsync(string name, CancellationToken cancellationToken)
    {
        var known = await AllAsync(cancellationToken);
        if (Refusal(name, known, null) is { } refusal)
        {
            return (null, refusal);
        }

        var added = new PenName
        {
            PublicationId = paper,
            Id = RowIds.New<PenNameId>(),
            Name = name,
            Slug = FreeSlug(name, known),
        };
        database.Add(added);
        return (added, null);
    }

    public static NameRefusal? Refusal(string name, IReadOnlyCollection<PenName> known, PenNameId? itself)
    {
        // The letters that mark a copy also make a second «Mai Lan».
        var mixed = ReadOver
            .Of(new TextToRead("", "") { Names = [name] })
            .Any(finding =>
                finding.Kind is FindingKind.LookAlikeLetter or FindingKind.HiddenCharacter or FindingKind.OddSpace
            );
        return mixed ? NameRefusal.LooksAlike
            : known.Any(other => other.Id != itself && IsSame(other.Name, name)) ? NameRefusal.Taken
            : null;
    }

    private static bool IsSame(string one, string other) =>
        string.Equals(
            one.Normalize(NormalizationForm.FormKC).Trim(),
            other.Normalize(NormalizationForm.FormKC).Trim(),
            StringComparison.OrdinalIgnoreCase
        );

    private static string FreeSlug(string name, List<PenName> known)
    {
        var wished = Slug.Of(name);
        var slug = wished;
        for (var again = 2; known.Exists(other => string.Equals(other.Slug, slug, StringComparison.Ordinal)); again++)
        {
            slug = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wished}-{again}");
        }

        return slug;
    }
}

internal enum NameRefusal
{
    Taken,
    LooksAlike,
}
