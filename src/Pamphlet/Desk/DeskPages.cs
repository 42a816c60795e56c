using System.Text;

namespace Pamphlet.Desk;

/// <summary>What the frame itself answers: its style.</summary>
internal static class DeskPages
{
    private static readonly byte[] Style = Encoding.UTF8.GetBytes(
        ReadAsset("desk.css") + ReadAsset("writing.css") + ReadAsset("letters.css") + ReadAsset("comments.css")
    );

    public static void Map(RouteGroupBuilder desk) => desk.MapGet("style.css", SendStyleAsync).IsAsset();

    public static string ReadAsset(string name)
    {
        using var stream =
            typeof(DeskPages).Assembly.GetManifestResourceStream($"Pamphlet.Desk.Assets.{name}")
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> asset, string type)
    {
        DeskHeaders.Set(context.Response);
        // Not kept: a browser's cache that holds a desk's style would say that its owner edits.
        context.Response.ContentType = type;
        context.Response.ContentLength = asset.Length;
        await context.Response.Body.WriteAsync(asset, context.RequestAborted);
    }

    private static Task SendStyleAsync(HttpContext context) => SendAsync(context, Style, "text/css; charset=utf-8");
}
