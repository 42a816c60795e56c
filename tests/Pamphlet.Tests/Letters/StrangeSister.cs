using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pamphlet.Seal.Letters;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Letters;

/// <summary>A server that says what it likes where a paper was expected.</summary>
internal sealed class StrangeSister(WebApplication app) : IAsyncDisposable
{
    /// <summary>The form for letters as a paper shows it, or nearly.</summary>
    public const string Form = """
        <form action="letter.html?write" method="post" enctype="multipart/form-data">
        <input type="hidden" name="token" value="t"><textarea name="words"></textarea>
        </form>
        """;

    public string Address => $"{app.Urls.First()}/";

    public static async Task<StrangeSister> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context => answer(context));
        await app.StartAsync(TestDesk.Cancel);
        return new StrangeSister(app);
    }

    /// <summary>Answers nothing until the other side goes away.</summary>
    public static async Task SayNothingAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var told = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    /// <summary>Answers, and does not stop.</summary>
    public static async Task GoOnForEverAsync(HttpContext context)
    {
        var piece = new byte[64 * 1024];
        try
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever asked had enough.
        }
    }

    /// <summary>Answers a letter now and then, so that no pause is long.</summary>
    public static async Task DripAsync(HttpContext context)
    {
        using var drop = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        try
        {
            while (await drop.WaitForNextTickAsync(context.RequestAborted))
            {
                await context.Response.Body.WriteAsync("p"u8.ToArray(), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever asked had enough.
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

/// <summary>What a strange sister says, by what is wrong with it.</summary>
internal static class Strange
{
    public static Task AnswerAsync(HttpContext context, string what, EpochKeys keys) =>
        what switch
        {
            "silent" => StrangeSister.SayNothingAsync(context),
            "drips" => StrangeSister.DripAsync(context),
            "endless" => StrangeSister.GoOnForEverAsync(context),
            "another page" => context.Response.WriteAsync("It works!"),
            _ when context.Request.Path == "/letters/epochs" => context
                .Response.Body.WriteAsync(keys.Text, context.RequestAborted)
                .AsTask(),
            "full" => SayAsync(context, StatusCodes.Status503ServiceUnavailable, ""),
            "no form" => SayAsync(context, StatusCodes.Status200OK, "<p>come in</p>"),
            "endless form" => StrangeSister.GoOnForEverAsync(context),
            _ when HttpMethods.IsGet(context.Request.Method) => SayAsync(context, 200, StrangeSister.Form),
            "says no" => SayAsync(context, StatusCodes.Status422UnprocessableEntity, StrangeSister.Form),
            "hangs up late" => StrangeSister.SayNothingAsync(context),
            _ => SayAsync(context, StatusCodes.Status200OK, "<p>Thank you</p>"),
        };

    private static Task SayAsync(HttpContext context, int status, string page)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page);
    }
}
