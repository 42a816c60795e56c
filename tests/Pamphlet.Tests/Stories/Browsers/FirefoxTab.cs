using System.Text.Json.Nodes;

namespace Pamphlet.Tests.Stories.Browsers;

/// <summary>A tab of Firefox, over its wire, with cookies of its own.</summary>
internal sealed class FirefoxTab : KeyboardTab
{
    private readonly BidiWire wire;
    private readonly string profile;
    private readonly string context;

    private FirefoxTab(BidiWire wire, string profile, string context)
    {
        (this.wire, this.profile, this.context) = (wire, profile, context);
        wire.Hear(context, Note);
    }

    public static async Task<FirefoxTab> OpenAsync(BidiWire wire, Reader reader, string? before)
    {
        var own = await wire.SendAsync("browser.createUserContext", []);
        var userContext = own["userContext"]!.GetValue<string>();
        var window = "";
        // A window: a tab behind another draws nothing, and what is pressed in it waits.
        await wire.InFrontAsync(
            context: null,
            async () =>
            {
                var made = await wire.SendAsync(
                    "browsingContext.create",
                    new() { ["type"] = "window", ["userContext"] = userContext }
                );
                window = made["context"]!.GetValue<string>();
            }
        );
        var tab = new FirefoxTab(wire, userContext, window);
        await wire.SendAsync(
            "session.subscribe",
            new() { ["events"] = new JsonArray("network.beforeRequestSent"), ["contexts"] = new JsonArray(window) }
        );
        await wire.SendAsync(
            "browsingContext.setViewport",
            new()
            {
                ["context"] = window,
                ["viewport"] = new JsonObject { ["width"] = reader.Width, ["height"] = reader.Height },
                ["devicePixelRatio"] = reader.Zoom,
            }
        );
        if (before is not null)
        {
            await wire.SendAsync(
                "script.addPreloadScript",
                new() { ["functionDeclaration"] = before, ["contexts"] = new JsonArray(window) }
            );
        }

        return tab;
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

    public override Task PressAsync(string key) => PressAllAsync([key]);

    public override Task TypeAsync(string text) =>
        text.Length == 0 ? Task.CompletedTask : PressAllAsync(text.EnumerateRunes().Select(rune => rune.ToString()));

    private Task PressAllAsync(IEnumerable<string> keys)
    {
        var actions = new JsonArray();
        foreach (var key in keys)
        {
            // WebDriver's names of keys that write nothing.
            var value = key switch
            {
                "Tab" => "\uE004",
                "Enter" => "\uE007",
                "ArrowDown" => "\uE015",
                _ => key,
            };
            actions.Add(new JsonObject { ["type"] = "keyDown", ["value"] = value });
            actions.Add(new JsonObject { ["type"] = "keyUp", ["value"] = value });
        }

        return wire.InFrontAsync(
            context,
            () =>
                wire.SendAsync(
                    "input.performActions",
                    new()
                    {
                        ["context"] = context,
                        ["actions"] = new JsonArray(
                            new JsonObject
                            {
                                ["type"] = "key",
                                ["id"] = "keyboard",
                                ["actions"] = actions,
                            }
                        ),
                    }
                )
        );
    }

    public override async ValueTask DisposeAsync()
    {
        wire.Forget(context);
        await wire.InFrontAsync(
            context: null,
            () => wire.SendAsync("browser.removeUserContext", new() { ["userContext"] = profile })
        );
    }

    private void Note(string method, JsonObject told)
    {
        if (method == "network.beforeRequestSent")
        {
            Asked.Enqueue(told["request"]!["url"]!.GetValue<string>());
        }
    }
}
