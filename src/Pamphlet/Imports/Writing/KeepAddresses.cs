using Pamphlet.Imports.Entries;
using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// Old addresses that nobody could guess from the paper as it is now. What follows from it — Blogger's labels, months, the feeds of
/// discussions — every paper answers by itself.
/// </summary>
internal sealed class KeepAddresses(
    PaperWriter writer,
    KnownPaper known,
    OwnAddresses addresses,
    SourceBlog blog,
    NamePeople people,
    Tally tally
)
{
    private bool isNew;

    public async Task RunAsync(IReadOnlyCollection<TextPlan> texts, CancellationToken cancellationToken)
    {
        var paths = texts
            .Select(text => text.Path)
            .OfType<string>()
            .Concat(known.Paths)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var text in texts.Where(text => text is { IsPublic: true, Path: not null }))
        {
            tally.Addresses += text.OldPath.Length > 0 ? 1 : 0;
            foreach (var from in Others(text).Where(from => !paths.Contains(from[1..])))
            {
                await KeepAsync(from, text.Path!, OldAddressAnswer.Moved, cancellationToken);
            }
        }

        var shown = texts.Where(text => text.IsPublic).Select(text => text.Facts).ToList();
        foreach (var place in blog.Places(shown).Where(place => !paths.Contains(place.From[1..])))
        {
            if (Target(place) is var (to, answer))
            {
                await KeepAsync(place.From, to, answer, cancellationToken);
            }
        }

        if (isNew)
        {
            await writer.NoteAsync(ChangeKind.Addresses, post: null, cancellationToken);
        }
    }

    private async Task KeepAsync(string from, string to, OldAddressAnswer answer, CancellationToken cancellationToken)
    {
        if (from.Length > 1000)
        {
            return;
        }

        tally.Addresses++;
        if (known.OldAddresses.Add(from))
        {
            isNew = true;
            var row = new OldAddress
            {
                PublicationId = writer.Publication,
                From = from,
                To = to,
                Answer = answer,
            };
            await writer.AddAsync(row, cancellationToken);
        }
    }

    private IEnumerable<string> Others(TextPlan text)
    {
        var hasMoved = !text.OldPath.Equals("/" + text.Path, StringComparison.Ordinal);
        var moved = hasMoved && text.OldPath.Length > 1 ? new[] { text.OldPath } : [];
        // The address that blogs had at blogger.com itself, and that links from their first years still use.
        var wasAtBlogger = text.Facts.Address?.Contains("blogger.com/blogspot/", StringComparison.Ordinal) == true;
        return moved
            .Concat(wasAtBlogger ? addresses.Blogspots.Select(name => $"/blogspot/{name}{text.OldPath}") : [])
            .Concat(text.Facts.OtherAddresses.Where(other => other is ['/', _, ..]))
            .Distinct(StringComparer.Ordinal);
    }

    // Where the paper's pages lie; the room Reading, which knows it, builds on what this room writes.
    private (string To, OldAddressAnswer Answer)? Target(OldPlace place) =>
        place.Kind switch
        {
            PlaceKind.FeedRss => ("feed.rss", OldAddressAnswer.Same),
            PlaceKind.FeedAtom => ("feed.atom", OldAddressAnswer.Same),
            PlaceKind.CommentsRss => ("comments.rss", OldAddressAnswer.Same),
            PlaceKind.CommentsAtom => ("comments.atom", OldAddressAnswer.Same),
            PlaceKind.Archive => ("archive.html", OldAddressAnswer.Moved),
            PlaceKind.Front => ("index.html", OldAddressAnswer.Moved),
            PlaceKind.Label when known.SlugOfTag.TryGetValue(place.Name, out var slug) => (
                $"tag/{slug}.html",
                OldAddressAnswer.Moved
            ),
            PlaceKind.LabelFeed when known.SlugOfTag.TryGetValue(place.Name, out var slug) => (
                $"tag/{slug}.atom",
                OldAddressAnswer.Same
            ),
            PlaceKind.Author
                when people.PenNameOf(place.Name) is { } name && known.SlugOfPenName.TryGetValue(name, out var slug) =>
                ($"by/{slug}.html", OldAddressAnswer.Moved),
            _ => null,
        };
}
