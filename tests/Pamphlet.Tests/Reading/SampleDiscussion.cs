using System.Globalization;
using Pamphlet.Reading;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Reading;

/// <summary>What readers said under «What the dam kept»: eight deep, with a tombstone, a removal and a name from right to left.</summary>
internal static class SampleDiscussion
{
    private static readonly (int Depth, string? Name, bool IsAuthor, string Markdown)[] Said =
    [
        (0, "Bảy", false, "My grandmother is in the table. She would want it known that she settled."),
        (1, "Mai Lan", true, "It will stand in the correction. Thank you for reading so closely; she did too."),
        (
            2,
            "Bảy",
            false,
            "She says the correction is one day too long.\n\n> Days of help: 3\n\nTwo. The third was a wedding."
        ),
        (0, null, false, "Nobody mentions the cook. Four lengths, paid *in salt*, and not a word. Who was she?"),
        (1, null, false, WithdrawnMark),
        (2, "شیرین", false, "نامش را می‌دانم، ولی خودش باید بگوید. The cook is alive and reads this paper."),
        (3, null, false, "Then she should know that we still have the salt."),
        (4, "Quỳnh", false, "All of it?"),
        (5, null, false, "We used some for the cakes. See the interview of September."),
        (6, "Quỳnh", false, "I have *eaten* those cakes."),
        (
            7,
            "Bảy",
            false,
            "Everybody has eaten those cakes. Seven deep and still polite; it must be a record for this province."
        ),
        (8, null, false, "The scales were crooked, by the way. My uncle kept one of the weights."),
        (0, null, false, RemovedMark),
        (
            0,
            "Đỗ Thị Ngọc Ánh",
            false,
            "Tôi ở làng trên. Cái giếng trong bản đồ *đúng chỗ*, chỉ có con đường là sai.\n\n- giếng: bên trái cây gạo\n- đường: thời ấy chưa có"
        ),
    ];

    private const string WithdrawnMark = "(withdrawn)";
    private const string RemovedMark = "(removed)";

    /// <summary>In thread order.</summary>
    public static IReadOnlyList<ShownComment> Comments { get; } = [.. Said.Select((_, place) => Show(place))];

    public static int Live => Comments.Count(comment => comment.State == ShownCommentState.Live);

    public static DateOnly LastDay => Comments.Max(comment => comment.Day);

    private static ShownComment Show(int place)
    {
        var (depth, name, isAuthor, markdown) = Said[place];
        var parent = Parent(place);
        var state = markdown switch
        {
            WithdrawnMark => ShownCommentState.Withdrawn,
            RemovedMark => ShownCommentState.Removed,
            _ => ShownCommentState.Live,
        };
        var isLive = state == ShownCommentState.Live;
        return new ShownComment(
            IdOf(place),
            parent is { } above ? IdOf(above) : null,
            parent is { } answered ? Said[answered].Name : null,
            depth,
            name,
            isAuthor,
            new DateOnly(2026, 11, 20).AddDays(place / 4),
            state,
            isLive ? CommentRenderer.Render(markdown) : SafeHtml.Empty,
            isLive ? CommentRenderer.Plain(markdown) : ""
        );
    }

    private static int? Parent(int place)
    {
        for (var above = place - 1; above >= 0; above--)
        {
            if (Said[above].Depth == Said[place].Depth - 1)
            {
                return above;
            }
        }

        return null;
    }

    private static string IdOf(int place) => (4200 + place).ToString(CultureInfo.InvariantCulture);
}
