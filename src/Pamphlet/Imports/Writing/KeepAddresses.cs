using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// Old addresses that nobody could guess from the paper as it is now. What follows from it — labels, months, the feeds of
/// discussions — every paper answers by itself.
/// </summary>
internal sealed class KeepAddresses(PaperWriter writer, KnownPaper known, OwnAddresses addresses, Tally tally)
{
    public async Task RunAsync(IReadOnlyCollection<TextPlan> texts, CancellationToken cancellationToken)
    {
        var paths = texts
            .Select(text => text.Path)
            .OfType<string>()
            .Concat(known.Paths)
            .ToHashSet(StringComparer.Ordinal);
        var isNew = false;
        foreach (var text in texts.Where(text => text is { IsPublic: true, Path: not null, OldPath.Length: > 0 }))
        {
            tally.Addresses++;
            foreach (var from in Others(text).Where(from => !paths.Contains(from[1..])))
            {
                tally.Addresses++;
                if (known.OldAddresses.Add(from))
                {
                    isNew = true;
                    await writer.AddAsync(Row(from, text.Path!), cancellationToken);
                }
            }
        }

        if (isNew)
        {
            await writer.NoteAsync(ChangeKind.Addresses, post: null, cancellationToken);
        }
    }

    private IEnumerable<string> Others(TextPlan text)
    {
        var hasMoved = !text.OldPath.Equals("/" + text.Path, StringComparison.Ordinal);
        var moved = hasMoved && text.OldPath.Length > 1 ? new[] { text.OldPath } : [];
        // The address that blogs had at blogger.com itself, and that links from their first years still use.
        var wasAtBlogger = text.Facts.Address?.Contains("blogger.com/blogspot/", StringComparison.Ordinal) == true;
        return moved.Concat(wasAtBlogger ? addresses.Blogspots.Select(name => $"/blogspot/{name}{text.OldPath}") : []);
    }

    private OldAddress Row(string from, string to) =>
        new()
        {
            PublicationId = writer.Publication,
            From = from,
            To = to,
            Answer = OldAddressAnswer.Moved,
        };
}
