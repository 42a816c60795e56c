using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Pamphlet.Reading;
using RazorSlices;

namespace Pamphlet.Desk;

/// <summary>A page, written whole before its first byte leaves: a fault in the middle becomes an error page and not half a page.</summary>
internal sealed class DeskPage(DeskFrame frame, int status) : IResult
{
    // The default encoder would write every Vietnamese letter as an entity.
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    public DeskFrame Frame => frame;

    /// <summary>Lets the page load this script of ours, <c>/desk/NAME.js</c>; it must do without, too.</summary>
    public DeskPage WithScript(string name) => new(frame with { Script = name }, status);

    /// <summary>Lets a browser ask for the page again by itself, without a script: while something is under way.</summary>
    public DeskPage AskedAgainIn(int seconds) => new(frame with { AskedAgainIn = seconds }, status);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new ArrayBufferWriter<byte>(16 * 1024);
        using var slice = new Desk_Layout { Model = frame };
        await slice.RenderAsync(new BufferPipe(body), Letters, httpContext.RequestAborted);

        DeskHeaders.Set(httpContext.Response, frame.Script is not null);
        if (frame.AskedAgainIn is { } seconds)
        {
            httpContext.Response.Headers["Refresh"] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.ContentLength = body.WrittenCount;
        await httpContext.Response.Body.WriteAsync(body.WrittenMemory, httpContext.RequestAborted);
    }
}

/// <summary>What stands around a page's own part.</summary>
internal sealed record DeskFrame(Visit Visit, string Title, Func<RazorSlice> Body)
{
    public string? Script { get; init; }

    /// <summary>In seconds, or null: it stays as it is.</summary>
    public int? AskedAgainIn { get; init; }
}
