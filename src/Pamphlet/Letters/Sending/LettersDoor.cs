using Pamphlet.Letters.ComingBack;
using Pamphlet.Web;

namespace Pamphlet.Letters.Sending;

/// <summary>What readers reach of this room: one address, and what to do there behind its question mark.</summary>
internal static class LettersDoor
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<AskedWords>();
        services.AddSingleton<Stretching>();
        services.AddSingleton<LetterBrakes>();
        services.AddSingleton<OpenVisits>();
        services.AddSingleton<WriteLetter>();
        services.AddSingleton<CheckWords>();
        services.AddSingleton<ComeBack>();
        services.AddHostedService<KeepRustling>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/letter.html", AskAsync).BeforeTheEdition();
        routes.MapPost("/letter.html", TakeAsync).BeforeTheEdition();
        routes.MapGet("/letters/epochs", Epochs);
    }

    private static Task AskAsync(HttpContext context, WriteLetter write, ComeBack back, CancellationToken cancel) =>
        context.Request.Query.ContainsKey("back") ? back.AskAsync(context, cancel) : write.AskAsync(context, cancel);

    private static Task TakeAsync(
        HttpContext context,
        WriteLetter write,
        CheckWords check,
        ComeBack back,
        CancellationToken cancel
    )
    {
        var asked = context.Request.Query;
        return asked.ContainsKey("back") ? back.TakeAsync(context, cancel)
            : asked.ContainsKey("destroy") ? back.DestroyAsync(context, cancel)
            : asked.ContainsKey("again") ? write.AskAgainAsync(context, cancel)
            : asked.ContainsKey("noted") ? check.TakeAsync(context, isTyped: false, cancel)
            : asked.ContainsKey("check") ? check.TakeAsync(context, isTyped: true, cancel)
            : write.TakeAsync(context, cancel);
    }

    // The signed list, for whoever seals on their own device or compares.
    private static IResult Epochs(LetterBox box) =>
        box.Keys.Read() is { } keys
            ? Results.Bytes(keys.Text.ToArray(), "text/plain; charset=us-ascii")
            : Results.NotFound();
}
