using System.Collections.Immutable;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Tests.Reading;

/// <summary>What editors and readers may do to a paper, thrown by dice.</summary>
internal static class Edits
{
    private static readonly Func<InventedPaper, Dice, (InventedPaper, PostId[])>[] All =
    [
        Publish,
        Publish,
        Withdraw,
        One((post, _) => post with { Words = post.Words + "!", Version = post.Version + 1 }),
        One((post, dice) => post with { Title = $"Tên {dice.Below(100)}" }),
        One((post, dice) => post with { Tags = dice.Some(InventedPaper.AllTags, 3) }),
        One((post, dice) => post with { Names = dice.Some(InventedPaper.AllNames, 2) }),
        One((post, dice) => post with { Published = post.Published.AddDays(dice.Below(200) - 100) }),
        One(
            (post, dice) =>
                post with
                {
                    Language = dice.Of([Language.English, Language.Vietnamese, Language.From("fa")]),
                }
        ),
        One((post, dice) => post with { Translations = dice.Once(3) ? null : dice.Below(3) }),
        One(
            (post, dice) =>
                post with
                {
                    Series = dice.Once(3) ? null : dice.Of(InventedPaper.AllSeries),
                    Place = dice.Below(4) + 1,
                }
        ),
        One(
            (post, dice) =>
                post with
                {
                    Comments = [.. post.Comments, new DateOnly(2020, 1, 1).AddDays(dice.Below(50))],
                }
        ),
        One((post, dice) => post with { Comments = [.. post.Comments.Skip(1)] }),
        One((post, _) => post with { Kind = post.Kind == PostKind.Post ? PostKind.Page : PostKind.Post }),
        (paper, dice) => (Rename(paper, dice, $"name {dice.Of(InventedPaper.AllNames)}"), []),
        (paper, dice) => (Rename(paper, dice, $"series {dice.Of(InventedPaper.AllSeries)}"), []),
        (paper, dice) =>
            (Rename(paper, dice, $"about {dice.Of([.. InventedPaper.AllSeries, .. InventedPaper.AllNames])}"), []),
        RenameTag,
        (paper, dice) => (paper with { Popular = dice.Some([.. paper.Posts.Keys, new PostId(999)], 7) }, []),
        (paper, dice) =>
            (paper with { Addresses = [new("/old", "index.html", dice.Of(Enum.GetValues<OldAddressAnswer>()))] }, []),
        Settle,
    ];

    public static int Kinds => All.Length;

    /// <returns>The paper after, and the posts an editor's program would name as changed.</returns>
    public static (InventedPaper Paper, HashSet<PostId> Changed) Throw(InventedPaper paper, Dice dice, int kind)
    {
        var (after, changed) = All[kind](paper, dice);
        return (after, [.. changed]);
    }

    private static (InventedPaper, PostId[]) Publish(InventedPaper paper, Dice dice)
    {
        var id = new PostId(
            1
                + paper
                    .Posts.Keys.Select(post => post.Value)
                    .Concat(paper.Withdrawn.Select(Number))
                    .DefaultIfEmpty()
                    .Max()
        );
        var post = InventedPaper.Invent((int)id.Value) with
        {
            Tags = dice.Some(InventedPaper.AllTags, 3),
            Names = dice.Some(InventedPaper.AllNames, 2),
            Kind = dice.Once(8) ? PostKind.Page : PostKind.Post,
        };
        post = dice.Once(3) ? post with { Published = post.Published.AddDays(-dice.Below(60)) } : post;
        return (With(paper, post), [id]);
    }

    private static long Number(Withdrawn page) =>
        long.Parse(page.Path.Value.Split('-', '.')[1], System.Globalization.CultureInfo.InvariantCulture);

    private static (InventedPaper, PostId[]) Withdraw(InventedPaper paper, Dice dice)
    {
        if (paper.Posts.Count == 0)
        {
            return (paper, []);
        }

        var post = dice.Of([.. paper.Posts.Values]);
        var rest = paper.Posts.ToImmutableDictionary().Remove(post.Id);
        var gone = new Withdrawn(SitePath.From(post.Path), dice.Once(2) ? "" : "Vì một nguồn tin");
        return (paper with { Posts = rest, Withdrawn = [.. paper.Withdrawn, gone] }, [post.Id]);
    }

    private static Func<InventedPaper, Dice, (InventedPaper, PostId[])> One(
        Func<InventedPost, Dice, InventedPost> edit
    ) =>
        (paper, dice) =>
        {
            if (paper.Posts.Count == 0)
            {
                return (paper, []);
            }

            var post = edit(dice.Of([.. paper.Posts.Values]), dice);
            return (With(paper, post), [post.Id]);
        };

    private static InventedPaper Rename(InventedPaper paper, Dice dice, string what) =>
        paper with
        {
            Renamed = paper.Renamed.ToImmutableDictionary().SetItem(what, $"Mới {dice.Below(100)}"),
        };

    private static (InventedPaper, PostId[]) RenameTag(InventedPaper paper, Dice dice)
    {
        var tag = dice.Of(InventedPaper.AllTags);
        var tagged = paper.Posts.Values.Where(post => post.Tags.Contains(tag)).Select(post => post.Id);
        return (Rename(paper, dice, $"tag {tag}"), [.. tagged]);
    }

    private static (InventedPaper, PostId[]) Settle(InventedPaper paper, Dice dice)
    {
        var settled = dice.Below(8) switch
        {
            0 => paper.Paper with { Line = $"Dòng {dice.Below(100)}" },
            1 => paper.Paper with { PostsPerPage = 2 + dice.Below(4) },
            4 => paper.Paper with
            {
                Theme = new Theme(dice.Of(Look.All), "", "#1a5276", dice.Once(2), $"/* {dice.Below(9)} */"),
            },
            5 => paper.Paper with { FeedsAreWhole = !paper.Paper.FeedsAreWhole },
            6 => paper.Paper with { Hub = dice.Once(2) ? null : new Uri("https://hub.example/") },
            7 => paper.Paper with { TakesMentions = !paper.Paper.TakesMentions },
            2 => paper.Paper with { Home = dice.Once(2) ? null : new Uri("https://moved.example/paper/") },
            _ => paper.Paper with { Language = dice.Of([Language.English, Language.Vietnamese]) },
        };
        return (paper with { Paper = settled }, []);
    }

    private static InventedPaper With(InventedPaper paper, InventedPost post) =>
        paper with
        {
            Posts = paper.Posts.ToImmutableDictionary().SetItem(post.Id, post),
        };
}
