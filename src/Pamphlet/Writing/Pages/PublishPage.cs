using System.Globalization;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Storage;
using Pamphlet.Writing.NeverPublish;
using Pamphlet.Writing.Publishing;
using Pamphlet.Writing.Reviewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts/ID/publish</c>: exactly which names and which date will appear, the reading-over, and the button.</summary>
internal static class PublishPage
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts/{id}/publish", ShowAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}/publish", PublishAsync).Requires(Act.Edit);
        desk.MapPost("texts/{id}/findings", AnswerAsync).Requires(Act.Write).TakesUpTo(WritingDesk.LongestForm);
    }

    private static async Task<IResult> ShowAsync(
        Visit visit,
        string id,
        Database database,
        OpenLists lists,
        TimeProvider time,
        CancellationToken cancel
    ) =>
        await TextFrame.FindAsync(visit, database, id, cancel) is { IsDraft: true } frame
            ? await PageAsync(frame, database, lists, time, "", new Complaints(), cancel)
            : Trouble.NotFound(visit);

    private static async Task<IResult> AnswerAsync(
        Visit visit,
        string id,
        Database database,
        OpenLists lists,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { IsDraft: true } frame)
        {
            return Trouble.NotFound(visit);
        }

        var given = visit.Form.Text("letter");
        if (visit.Form.Has("compare"))
        {
            return await PageAsync(frame, database, lists, time, given, new Complaints(), cancel);
        }

        var over = new ReadTextOver(database, visit.Paper.Id, lists);
        var read = await over.RunAsync(frame.Post, frame.Desk.Slug, GivenIn(visit, ""), cancel);
        await over.AnswerAsync(frame.Post.Id, read, visit.Form.All("meant"), cancel);
        return visit.SeeOther(TextAddress.Of(frame.Post.Id, "publish"), visit.Words.Writing.Publish.Answered);
    }

    private static async Task<IResult> PublishAsync(
        Visit visit,
        string id,
        Database database,
        OpenLists lists,
        Hands hands,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { IsDraft: true } frame)
        {
            return Trouble.NotFound(visit);
        }

        var (words, opened) = (visit.Words.Writing.Publish, visit.Form["opened"]);
        if (frame.IsCorrection)
        {
            var correct = new CorrectText(database, visit.Paper, time);
            switch (await correct.PublishAsync(frame.Post.Id, opened, visit.Form["what-changed"], cancel))
            {
                case CorrectedText.Done done:
                    hands.Forget(frame.Post.Id);
                    return visit.SeeOther(TextAddress.Of(done.Id), words.Corrected);
                case CorrectedText.Empty:
                    return WriteText.AskForWords(frame);
                case CorrectedText.NotApproved:
                    return await ComplainAsync("publish", words.NotApproved);
                default:
                    return await ComplainAsync("publish", words.Changed);
            }
        }

        DateTimeOffset? at = null;
        if (visit.Form.Has("schedule"))
        {
            at = Moment(visit.Form["day"], visit.Form["hour"], visit.Form["zone"]);
            if (at is null || at <= time.GetUtcNow())
            {
                return await ComplainAsync("day", at is null ? words.BadTime : words.Past);
            }
        }

        switch (await new PublishText(database, visit.Paper, time).RunAsync(frame.Post.Id, opened, at, cancel))
        {
            case PublishOutcome.Done done:
                hands.Forget(frame.Post.Id);
                return visit.SeeOther(
                    TextAddress.Of(frame.Post.Id),
                    done.IsScheduled ? words.IsScheduled.With("when", Shown(done.At)) : words.Published
                );
            case PublishOutcome.Empty:
                return WriteText.AskForWords(frame);
            case PublishOutcome.NotApproved:
                return await ComplainAsync("publish", words.NotApproved);
            default:
                return await ComplainAsync("publish", words.Changed);
        }

        async Task<IResult> ComplainAsync(string field, string sentence)
        {
            var complaints = new Complaints();
            complaints.Add(field, sentence);
            var now = await TextFrame.FindAsync(visit, database, id, cancel);
            return now is { IsDraft: true }
                ? await PageAsync(now, database, lists, time, "", complaints, cancel)
                : visit.SeeOther(TextAddress.Of(frame.Post.Id));
        }
    }

    public static string Shown(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The moment that somebody means by a day, a time and how far their clock is from UTC.</summary>
    internal static DateTimeOffset? Moment(string day, string hour, string zone)
    {
        var isMoment = DateTime.TryParseExact(
            $"{day} {hour}",
            ["yyyy-MM-dd HH:mm", "yyyy-MM-dd H:mm", "yyyy-M-d H:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var local
        );
        var isZone = int.TryParse(zone, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes);
        return isMoment && isZone && minutes is >= -12 * 60 and <= 14 * 60 && local.Year is > 1 and < 9999
            ? new DateTimeOffset(local, TimeSpan.FromMinutes(minutes)).ToUniversalTime()
            : null;
    }

    // What was pasted, and the letters that this session has open.
    private static IReadOnlyList<string> GivenIn(Visit visit, string pasted)
    {
        var opened = visit.Context.RequestServices.GetRequiredService<OpenedTexts>().Of(visit);
        return pasted.Length > 0 ? [pasted, .. opened] : opened;
    }

    private static async Task<DeskPage> PageAsync(
        TextFrame frame,
        Database database,
        OpenLists lists,
        TimeProvider time,
        string given,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var (visit, post) = (frame.Visit, frame.Post);
        var read = await new ReadTextOver(database, visit.Paper.Id, lists).RunAsync(
            post,
            frame.Desk.Slug,
            GivenIn(visit, given),
            cancel
        );
        var names = (await new PostStore(database, visit.Paper.Id).PenNamesAsync(cancel)).ToDictionary(name => name.Id);
        var now = PublishText.Minute(time.GetUtcNow());
        var replaced = frame.Desk.Corrects is { } id
            ? await new TextStore(database, visit.Paper.Id).FindAsync(id, cancel)
            : null;
        var isForm = HttpMethods.IsPost(visit.Context.Request.Method);
        var path = replaced?.Path ?? await ChooseAddress.ForAsync(database, post, frame.Desk.Slug, now, cancel);
        return visit.Page(
            frame.Title,
            () =>
                new Writing_Publish
                {
                    Model = new Model(
                        frame,
                        [
                            .. post
                                .Bylines.OrderBy(name => name.Place)
                                .Select(name => (names[name.PenNameId].Name, name.Role)),
                        ],
                        path,
                        replaced?.PublishedAt ?? now,
                        now,
                        DraftWords.Of(post).Fingerprint,
                        read,
                        given,
                        replaced is null ? [] : TextDifference.Of(replaced.Markdown, post.Markdown),
                        Typed("day"),
                        Typed("hour"),
                        Typed("zone"),
                        Typed("what-changed"),
                        complaints
                    ),
                },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

        string Typed(string field) => isForm ? visit.Form[field] : "";
    }

    /// <param name="At">The date that will stand on it.</param>
    internal sealed record Model(
        TextFrame Frame,
        IReadOnlyList<(string Name, BylineRole Role)> Names,
        string Path,
        DateTimeOffset At,
        DateTimeOffset Now,
        string Opened,
        ReadText Read,
        string Given,
        IReadOnlyList<DifferentLine> Difference,
        string Day,
        string Hour,
        string Zone,
        string WhatChanged,
        Complaints Complaints
    );
}
