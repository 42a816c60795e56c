using Pamphlet.Posts;
using Pamphlet.Storage;

namespace Pamphlet.Imports.Writing;

/// <summary>The paper's pen names and tags: those it has are used again, the others are made when a text first needs them.</summary>
internal sealed class PaperNames(PaperWriter writer, KnownPaper known)
{
    public async Task<PenNameId> PenNameAsync(string name, CancellationToken cancellationToken)
    {
        if (known.PenNames.TryGetValue(name, out var id))
        {
            return id;
        }

        id = known.PenNames[name] = RowIds.New<PenNameId>();
        var penName = new PenName
        {
            PublicationId = writer.Publication,
            Id = id,
            Name = name,
            Slug = known.SlugOfPenName[name] = NameSlugs.Take(name, known.PenNameSlugs),
        };
        await writer.AddAsync(penName, cancellationToken);
        return id;
    }

    public async Task<TagId> TagAsync(string label, CancellationToken cancellationToken)
    {
        if (known.Tags.TryGetValue(label, out var id))
        {
            return id;
        }

        id = known.Tags[label] = RowIds.New<TagId>();
        var tag = new Tag
        {
            PublicationId = writer.Publication,
            Id = id,
            Name = label,
            Slug = known.SlugOfTag[label] = NameSlugs.Take(label, known.TagSlugs),
        };
        await writer.AddAsync(tag, cancellationToken);
        return id;
    }
}
