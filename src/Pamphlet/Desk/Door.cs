using Microsoft.AspNetCore.Http.Features;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Desk;

/// <summary>
/// Where everybody passes who comes to the desk: it recognises them, lets them in or not, and reads their form once its token
/// is known to be ours. Closed unless an endpoint says otherwise.
/// </summary>
internal sealed class Door(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Visit visit, Database database, RecogniseVisitor recognise)
    {
        var endpoint = context.GetEndpoint();
        var access = endpoint is null ? null : Access.OfEndpoint(endpoint);
        if (access?.Kind == AccessKind.Asset)
        {
            await next(context);
            return;
        }

        await EnterAsync(context, visit, database, recognise);
        if (await RefusalAsync(context, visit, endpoint, access) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
        if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentLength: null })
        {
            await Trouble.NotFound(visit).ExecuteAsync(context);
        }
    }

    private static async Task EnterAsync(
        HttpContext context,
        Visit visit,
        Database database,
        RecogniseVisitor recognise
    )
    {
        var cancel = context.RequestAborted;
        var paper =
            await new PublicationStore(database).FirstAsync(cancel)
            ?? throw new InvalidOperationException("No paper was founded here.");
        var session = DeskCookie.Read(context, DeskCookie.Session);
        var visitor = session is null ? null : await recognise(paper.Id, session, cancel);
        var secret = session ?? DeskCookie.Read(context, DeskCookie.Door);
        if (secret is null)
        {
            secret = DeskCookie.NewToken();
            DeskCookie.Write(context, DeskCookie.Door, secret);
        }

        visit.Enter(context, paper, visitor, secret);
    }

    private static async Task<IResult?> RefusalAsync(
        HttpContext context,
        Visit visit,
        Endpoint? endpoint,
        Access? access
    )
    {
        if (endpoint is null || access is null)
        {
            return Trouble.NotFound(visit);
        }

        var isQuestion = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isQuestion && await ReadFormAsync(context, visit, endpoint) is { } wrong)
        {
            return wrong;
        }

        if (access.Admits(visit.Visitor))
        {
            return FirstThing(visit, endpoint, access, isQuestion);
        }

        if (visit.Visitor is not null)
        {
            return Trouble.Forbidden(visit);
        }

        return isQuestion
            ? visit.SeeOther(WayBack.SignInAndReturn(context.Request))
            : Trouble.Page(visit, StatusCodes.Status401Unauthorized, visit.Words.Trouble.SessionEnded, visit.Form);
    }

    // Whoever was writing when the collective settled it gets their words back.
    private static IResult? FirstThing(Visit visit, Endpoint endpoint, Access access, bool isQuestion) =>
        visit.Visitor?.FirstTo is not { } path
        || access.Kind == AccessKind.Everybody
        || endpoint.Metadata.GetMetadata<ComesFirst>() is not null
            ? null
        : isQuestion ? visit.SeeOther(path)
        : Trouble.Page(visit, StatusCodes.Status403Forbidden, visit.Words.Trouble.SomethingFirst, visit.Form);

    private static async Task<IResult?> ReadFormAsync(HttpContext context, Visit visit, Endpoint endpoint)
    {
        var limit = (endpoint.Metadata.GetMetadata<FormLimit>() ?? FormLimit.Usual).Bytes;
        var upload = endpoint.Metadata.GetMetadata<UploadLimit>();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit + (upload?.Bytes ?? 0);
        }

        try
        {
            visit.Bring(await DeskForm.ReadAsync(context.Request, limit, upload is not null, context.RequestAborted));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Trouble.Page(visit, tooLarge.StatusCode, visit.Words.Trouble.TooLarge);
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException or IOException)
        {
            return Trouble.Page(visit, StatusCodes.Status400BadRequest, visit.Words.Trouble.Broken);
        }

        // Where a browser says that another site's page sent it, nothing else is asked.
        var site = context.Request.Headers["Sec-Fetch-Site"].ToString();
        return site is "" or "same-origin" or "none" && FormToken.IsOf(visit.Secret, visit.Form.Raw(FormToken.Field))
            ? null
            : Trouble.Page(visit, StatusCodes.Status400BadRequest, visit.Words.Trouble.FormTooOld, visit.Form);
    }
}
