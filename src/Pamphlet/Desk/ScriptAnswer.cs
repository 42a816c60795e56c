using System.Text;

namespace Pamphlet.Desk;

/// <summary>What a script of ours asked for: text, kept by nobody like every answer of the desk.</summary>
internal sealed class ScriptAnswer(string text, int status = StatusCodes.Status200OK, string type = ScriptAnswer.Words)
    : IResult
{
    public const string Words = "text/plain; charset=utf-8";
    public const string Json = "application/json";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Encoding.UTF8.GetBytes(text);
        DeskHeaders.Set(httpContext.Response);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = type;
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
