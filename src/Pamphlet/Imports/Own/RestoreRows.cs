using Pamphlet.Comments;
using Pamphlet.Exports;
using Pamphlet.Imports.Files;
using Pamphlet.Pictures;
using Pamphlet.Pictures.Receiving;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Imports.Own;

/// <summary>Makes rows of what was kept. What no export of ours can hold is refused with its place.</summary>
internal sealed class RestoreRows(PublicationId paper)
{
    public PenName PenName(KeptPenName kept) =>
        new()
        {
            PublicationId = paper,
            Id = Id<PenNameId>(kept.Id, "pen name"),
            Name = CleanText.Of(kept.Name),
            Slug = Slug(kept.Slug, "pen name"),
            About = CleanText.Of(kept.About),
        };

    public Tag Tag(KeptTag kept) =>
        new()
        {
            PublicationId = paper,
            Id = Id<TagId>(kept.Id, "subject"),
            Name = CleanText.Of(kept.Name),
            Slug = Slug(kept.Slug, "subject"),
        };

    public Series Series(KeptSeries kept) =>
        new()
        {
            PublicationId = paper,
            Id = Id<SeriesId>(kept.Id, "series"),
            Title = CleanText.Of(kept.Title),
            Slug = Slug(kept.Slug, "series"),
            About = CleanText.Of(kept.About),
        };

    public OldAddress Address(KeptAddress kept) =>
        kept.From.StartsWith('/')
        && kept.From.Length <= 1000
        && (kept.To.Length == 0 || SitePath.TryParse(kept.To.Split('#')[0], out _))
            ? new OldAddress
            {
                PublicationId = paper,
                From = CleanText.Of(kept.From),
                To = kept.To,
                Answer = Word<OldAddressAnswer>(kept.Answer, $"old address {kept.From}"),
            }
            : throw Wrong($"old address {kept.From}");

    public Picture Picture(KeptPicture kept, OwnExport export)
    {
        var id = Id<PictureId>(kept.Id, "picture");
        return new Picture
        {
            PublicationId = paper,
            Id = id,
            Width = kept.Width,
            Height = kept.Height,
            ArrivedAs = ContentHash.TryParse(kept.ArrivedAs, out _)
                ? kept.ArrivedAs
                : throw Wrong($"picture {kept.Id}"),
            IsCovered = kept.IsCovered,
            Files = [.. kept.Files.Select(file => PictureFile(id, file, export))],
        };
    }

    public Post Text(KeptText kept, string markdown)
    {
        var called = $"text «{kept.Title}»";
        var id = Id<PostId>(kept.Id, called);
        if (kept.Path is not null && !SitePath.TryParse(kept.Path, out _))
        {
            throw Wrong($"{called}: {kept.Path}");
        }

        return new Post
        {
            PublicationId = paper,
            Id = id,
            Kind = Word<PostKind>(kept.Kind, called),
            State = Word<PostState>(kept.State, called),
            Path = kept.Path,
            Title = CleanText.Of(kept.Title),
            Subtitle = CleanText.Of(kept.Subtitle),
            Language = LanguageOf(kept.Language, called),
            Markdown = CleanText.Of(markdown),
            Summary = CleanText.Of(kept.Summary),
            PublishedAt = kept.PublishedAt,
            UpdatedAt = kept.UpdatedAt,
            EntryId = kept.EntryId,
            SourceId = kept.SourceId,
            SourceHash = kept.SourceHash,
            TranslationGroup = kept.TranslationGroup is { } group ? Id<PostId>(group, called).Value : null,
            SeriesId = kept.Series is { } series ? Id<SeriesId>(series, called) : null,
            SeriesPlace = kept.SeriesPlace,
            LeadPicture = kept.LeadPicture is { } picture ? Id<PictureId>(picture, called) : null,
            InReplyToUrl = Web(kept.InReplyToUrl, called),
            InReplyToTitle = kept.InReplyToTitle,
            InReplyToPublisher = kept.InReplyToPublisher,
            WithdrawnBecause = kept.WithdrawnBecause,
            CommentsOpen = kept.CommentsOpen,
            MenuPlace = kept.MenuPlace,
            PickPlace = kept.PickPlace,
            Bylines =
            [
                .. kept.Bylines.Select(
                    (byline, place) =>
                        new Byline
                        {
                            PublicationId = paper,
                            PostId = id,
                            Place = place + 1,
                            PenNameId = Id<PenNameId>(byline.PenName, called),
                            Role = Word<BylineRole>(byline.Role, called),
                        }
                ),
            ],
            Tags =
            [
                .. kept.Tags.Select(tag => new PostTag
                {
                    PublicationId = paper,
                    PostId = id,
                    TagId = Id<TagId>(tag, called),
                }),
            ],
        };
    }

    public IEnumerable<Revision> Revisions(KeptText kept) =>
        kept.Revisions.Select(revision => new Revision
        {
            PublicationId = paper,
            PostId = Id<PostId>(kept.Id, kept.Title),
            Number = revision.Number,
            Title = CleanText.Of(revision.Title),
            Subtitle = CleanText.Of(revision.Subtitle ?? ""),
            Summary = CleanText.Of(revision.Summary ?? ""),
            Markdown = CleanText.Of(revision.Markdown),
            SavedOn = revision.SavedOn,
        });

    public IEnumerable<Correction> Corrections(KeptText kept) =>
        (kept.Corrections ?? []).Select(correction => new Correction
        {
            PublicationId = paper,
            PostId = Id<PostId>(kept.Id, kept.Title),
            Number = correction.Number,
            On = correction.On,
            What = CleanText.Of(correction.What),
        });

    public IEnumerable<Comment> Comments(KeptText kept) =>
        kept.Comments.Select(comment =>
        {
            var called = $"comment {comment.PublicId} below «{kept.Title}»";
            var isThread = comment.ThreadPath.Length is > 0 and <= 600 && comment.ThreadPath.All(char.IsAsciiDigit);
            var state = Word<CommentState>(comment.State, called);
            return new Comment
            {
                PublicationId = paper,
                Id = Id<CommentId>(comment.Id, called),
                PublicId = Entries.EntryWords.SafeNumber(comment.PublicId) is { Length: > 0 } number
                    ? number
                    : throw Wrong(called),
                PostId = Id<PostId>(kept.Id, called),
                ParentId = comment.Parent is { } parent ? Id<CommentId>(parent, called) : null,
                Depth = comment.Depth,
                ThreadPath = isThread ? comment.ThreadPath : throw Wrong(called),
                State = state,
                Name = comment.Name is { } name ? Writing.CleanName.Of(name) : null,
                ByPenName = comment.ByPenName is { } penName ? Id<PenNameId>(penName, called) : null,
                Markdown = comment.Markdown is { } words ? CleanText.Of(words) : null,
                Day = comment.Day,
                SourceId = comment.SourceId,
                Page = Math.Max(comment.Page, state == CommentState.Removed ? Comment.OnNoPage : 1),
                CodeHash = comment.CodeHash is { } hash ? Hash(hash, called) : null,
                RemovedBecause = comment.RemovedBecause is { } because ? Word<RemovalReason>(because, called) : null,
                KeptUntil = comment.KeptUntil,
                Standing = comment.Standing is { } standing ? Word<RequestStanding>(standing, called) : null,
                BecamePath =
                    comment.BecamePath is null || SitePath.TryParse(comment.BecamePath, out _)
                        ? comment.BecamePath
                        : throw Wrong(called),
                BecameTitle = comment.BecameTitle is { } title ? CleanText.Of(title) : null,
            };
        });

    private static byte[] Hash(string hex, string called) =>
        hex.Length == 64 && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : throw Wrong(called);

    public static Language LanguageOf(string tag, string called) =>
        Language.TryParse(tag, out var language) ? language : throw Wrong($"{called}: language {tag}");

    public static T Word<T>(string word, string called)
        where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0])
            ? value
            : throw Wrong($"{called}: «{word}»");

    public static ExportRefusedException Wrong(string what) =>
        new(ImportRefusal.Broken, $"The export holds what this program never writes: {what}.");

    private PictureFile PictureFile(PictureId id, KeptPictureFile kept, OwnExport export)
    {
        var content = export.Bytes(kept.File);
        var format = Word<PictureFormat>(kept.Format, kept.File);
        var isOurs =
            ContentHash.Of(content).ToString().Equals(kept.Hash, StringComparison.Ordinal)
            && KeepOwnPicture.MayKeep(content, format, kept.Width, kept.Height);
        return isOurs
            ? new PictureFile
            {
                PublicationId = paper,
                PictureId = id,
                Width = kept.Width,
                Height = kept.Height,
                Format = format,
                Hash = kept.Hash,
                Length = content.Length,
                Content = content,
            }
            : throw Wrong($"{kept.File} is not the picture that was kept under its name");
    }

    public static TId Id<TId>(string id, string called)
        where TId : struct, IRowId<TId> => KeptJson.Read<TId>(id) ?? throw Wrong($"{called}: id {id}");

    private static string Slug(string slug, string called) =>
        slug.Length is > 0 and <= 200
        && SitePath.TryParse($"tag/{slug}.html", out _)
        && !slug.Contains('/', StringComparison.Ordinal)
            ? slug
            : throw Wrong($"{called}: {slug}");

    private static string? Web(string? address, string called) =>
        address is null || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? address
            : throw Wrong($"{called}: {address}");
}
