using System.Text.Json.Nodes;

namespace Pamphlet.Tests.Stories.Browsers;

/// <summary>A tab of Firefox, over its wire.</summary>
internal sealed class FirefoxTab(BidiWire wire, string context) : KeyboardTab
{
    public static async Task<FirefoxTab> OpenAsync(BidiWire wire, Reader reader, string? before)
    {
        var made = await wire.SendAsync("browsingContext.create", new() { ["type"] = "tab" });
        var context = made["context"]!.GetValue<string>();
        await wire.SendAsync(
            "browsingContext.setViewport",
            new()
            {
                ["context"] = context,
                ["viewport"] = new JsonObject { ["width"] = reader.Width, ["height"] = reader.Height },
                ["devicePixelRatio"] = reader.Zoom,
            }
        );
        if (before is not null)
        {
            await wire.SendAsync(
                "script.addPreloadScript",
                new() { ["functionDeclaration"] = before, ["contexts"] = new JsonArray(context) }
            );
        }

        return new FirefoxTab(wire, context);
    }

    public override Task GoAsync(Uri page) =>
        wire.SendAsync(
            "browsingContext.navigate",
            new()
            {
                ["context"] = context,
                ["url"] = page.AbsoluteUri,
                ["wait"] = "complete",
            }
        );

    // The page may run nothing; what the driver evaluates is not the page's.
    public override async Task<string> AskAsync(string expression)
    {
        var said = await wire.SendAsync(
            "script.evaluate",
            new()
            {
                ["expression"] = expression,
                ["target"] = new JsonObject { ["context"] = context },
                ["awaitPromise"] = true,
            }
        );
        return said["result"]?["value"]?.GetValue<string>()
            ?? throw new InvalidOperationException($"Firefox said: {said.ToJsonString()}");
    }

    public override Task PressAsync(string key)
    {
        // WebDriver's names of keys that write nothing.
        var value = key switch
        {
            "Tab" => "\uE004",
            "Enter" => "\uE007",
            _ => key,
        };
        return wire.SendAsync(
            "input.performActions",
            new()
            {
                ["context"] = context,
                ["actions"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "key",
                        ["id"] = "keyboard",
                        ["actions"] = new JsonArray(
                            new JsonObject { ["type"] = "keyDown", ["value"] = value },
                            new JsonObject { ["type"] = "keyUp", ["value"] = value }
                        ),
                    }
                ),
            }
        );
    }

    public override async ValueTask DisposeAsync() =>
        await wire.SendAsync("browsingContext.close", new() { ["context"] = context });
}
