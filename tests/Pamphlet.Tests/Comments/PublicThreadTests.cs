using Pamphlet.Comments;
using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Tests.Comments;

public sealed class PublicThreadTests
{
    [Fact]
    public void Answers_stand_after_what_they_answer() =>
        Assert.Equal(
            [1, 3, 4, 2],
            Shown(A(1, "000001"), A(2, "000002"), A(3, "000001000001", 1), A(4, "000001000001000001", 3))
        );

    [Fact]
    public void A_deleted_comment_keeps_its_place_only_while_somebody_answers_it() =>
        Assert.Equal(
            [1, 3],
            Shown(
                A(1, "000001", state: CommentState.Withdrawn),
                A(2, "000002", state: CommentState.Removed),
                A(3, "000001000001", 1)
            )
        );

    [Fact]
    public void A_chain_of_deleted_comments_that_ends_in_silence_goes_whole() =>
        Assert.Empty(
            Shown(
                A(1, "000001", state: CommentState.Withdrawn),
                A(2, "000001000001", 1, CommentState.Withdrawn),
                A(3, "000001000001000001", 2, CommentState.Pending)
            )
        );

    [Fact]
    public void What_waits_for_an_editor_is_not_shown() =>
        Assert.Equal([1], Shown(A(1, "000001"), A(2, "000001000001", 1, CommentState.Pending)));

    private static long[] Shown(params Comment[] comments) =>
        [.. PublicThread.Of(comments).Select(comment => comment.Id.Value)];

    private static Comment A(long id, string path, long? parent = null, CommentState state = CommentState.Live) =>
        new()
        {
            PublicationId = new PublicationId(1),
            Id = new CommentId(id),
            PublicId = $"{id}",
            PostId = new PostId(1),
            ParentId = parent is { } value ? new CommentId(value) : null,
            Depth = (path.Length / 6) - 1,
            ThreadPath = path,
            State = state,
            Day = new DateOnly(2026, 11, 1),
        };
}
