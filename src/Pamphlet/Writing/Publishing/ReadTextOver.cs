using Microsoft.EntityFrameworkCore;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.ReadingOver;
using Pamphlet.Storage;
using Pamphlet.Writing.NeverPublish;
using Pamphlet.Writing.Previewing;

namespace Pamphlet.Writing.Publishing;

/// <summary>Gives a text, with all that readers will see of it, to the reading-over.</summary>
internal sealed class ReadTextOver(Database database, PublicationId paper, OpenLists lists)
{
    /// <param name="slug">The last part of its address.</param>
    /// <param name="given">Texts that must not be recognised in it.</param>
    public async Task<ReadText> RunAsync(
        Post post,
        string slug,
        IReadOnlyList<string> given,
        CancellationToken cancellationToken
    )
    {
        var store = new PostStore(database, paper);
        var names = (await store.PenNamesAsync(cancellationToken)).ToDictionary(name => name.Id, name => name.Name);
        var tags = (await store.TagsAsync(cancellationToken)).ToDictionary(tag => tag.Id, tag => tag.Name);
        var question = await lists.QuestionAsync(database, paper, cancellationToken);
        var ids = DraftPage.IdsIn(post.Markdown);
        var pictures = await database
            .Set<Picture>()
            .Where(picture => picture.PublicationId == paper && ids.Contains(picture.Id))
            .Select(picture => new { picture.Id, picture.IsCovered })
            .ToDictionaryAsync(
                picture => picture.Id.ToString(),
                picture => picture.IsCovered,
                StringComparer.Ordinal,
                cancellationToken
            );
        var findings = ReadOver.Of(
            new TextToRead(post.Title, post.Markdown)
            {
                Subtitle = post.Subtitle,
                Summary = post.Summary,
                Slug = slug,
                Names = [.. post.Bylines.OrderBy(name => name.Place).Select(name => names[name.PenNameId])],
                Tags = [.. post.Tags.Select(tag => tags[tag.TagId])],
                Blurred = pictures.Keys.Where(id => pictures[id]).ToHashSet(StringComparer.Ordinal),
                Has = pictures.ContainsKey,
                IsNeverPublished = question ?? (_ => false),
                Given = given,
            }
        );
        var meant = await database
            .Set<MeantFinding>()
            .Where(one => one.PublicationId == paper && one.PostId == post.Id)
            .Select(one => one.Finding)
            .ToListAsync(cancellationToken);
        return new ReadText(findings, meant.ToHashSet(StringComparer.Ordinal), question is not null);
    }

    /// <summary>Notes which findings are meant; answers to words that are gone go with them.</summary>
    public async Task AnswerAsync(
        PostId post,
        ReadText read,
        IReadOnlyCollection<string> meant,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database
            .Set<MeantFinding>()
            .Where(one => one.PublicationId == paper && one.PostId == post)
            .ExecuteDeleteAsync(cancellationToken);
        database.AddRange(
            read.Findings.Where(finding => meant.Contains(finding.Id, StringComparer.Ordinal))
                .Select(finding => new MeantFinding
                {
                    PublicationId = paper,
                    PostId = post,
                    Finding = finding.Id,
                })
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <param name="HeldAgainstList">Whether the collective's list was open.</param>
internal sealed record ReadText(IReadOnlyList<Finding> Findings, IReadOnlySet<string> Meant, bool HeldAgainstList);
