using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pamphlet.Desk;
using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Desk;

public sealed partial class WhoMayDoWhatTests
{
    [Fact]
    public async Task Every_endpoint_of_the_desk_has_its_row_and_every_row_its_endpoint()
    {
        await using var desk = await TestDesk.StartAsync();

        var endpoints = desk.Open.Endpoints.Select(Name).ToList();

        Assert.NotEmpty(endpoints);
        Checkout.Nobody(endpoints.GroupBy(name => name).Where(twice => twice.Count() > 1).Select(twice => twice.Key));
        Checkout.Nobody(endpoints.Except(WhoMayDoWhat.Table.Keys).Select(name => $"no row: {name}"));
        Checkout.Nobody(WhoMayDoWhat.Table.Keys.Except(endpoints).Select(name => $"no endpoint: {name}"));
    }

    [Fact]
    public async Task Who_may_not_is_refused_at_every_endpoint_and_who_may_is_not()
    {
        await using var desk = await TestDesk.StartAsync();
        var acts = Enum.GetValues<Act>();
        var editors = new Dictionary<Act, DeskBrowser>();
        var wrong = new List<string>();
        foreach (var (name, row) in WhoMayDoWhat.Table)
        {
            using var stranger = desk.Browse();
            if (IsLetIn(await AskAsync(stranger, name), name) != (row == WhoMayDoWhat.Anybody))
            {
                wrong.Add($"{name}: a stranger");
            }

            var needed = WhoMayDoWhat.ActsOf(row);
            if (needed.Count > 1)
            {
                using var able = await desk.SignInAsync([.. needed]);
                if (!IsLetIn(await AskAsync(able, name), name))
                {
                    wrong.Add($"{name}: who may {row}");
                }
            }

            // All but one of several are not enough.
            foreach (var missing in needed.Where(_ => needed.Count > 2))
            {
                using var unable = await desk.SignInAsync([.. needed.Where(one => one != missing)]);
                if ((await AskAsync(unable, name)).Status != StatusCodes.Status403Forbidden)
                {
                    wrong.Add($"{name}: who may not {missing}");
                }
            }

            foreach (var act in acts)
            {
                // The same editor asks for every row, and signs in again after one that ended the session.
                if (!editors.TryGetValue(act, out var only) || only.Cookie(DeskCookie.Session) is null)
                {
                    only?.Dispose();
                    editors[act] = only = await desk.SignInAsync(act);
                }

                var answer = await AskAsync(only, name);
                if (
                    needed.All(one => one == act)
                        ? !IsLetIn(answer, name)
                        : answer.Status != StatusCodes.Status403Forbidden
                )
                {
                    wrong.Add($"{name}: who may only {act}: {answer.Status}");
                }
            }
        }

        foreach (var only in editors.Values)
        {
            only.Dispose();
        }

        Checkout.Nobody(wrong);
    }

    [Fact]
    public async Task Every_form_of_the_desk_is_refused_without_its_token()
    {
        await using var desk = await TestDesk.StartAsync();
        using var everybody = await desk.SignInAsync(Enum.GetValues<Act>());
        var taken = new List<string>();
        foreach (var name in WhoMayDoWhat.Table.Keys.Where(name => name.StartsWith("POST ", StringComparison.Ordinal)))
        {
            var bare = await everybody.PostBareAsync(Path(name), ("name", "x"));
            var foreign = await everybody.PostBareAsync(
                Path(name),
                (FormToken.Field, FormToken.Make(DeskCookie.NewToken()))
            );
            if (bare.Status != StatusCodes.Status400BadRequest || foreign.Status != StatusCodes.Status400BadRequest)
            {
                taken.Add($"{name}: {bare.Status}, {foreign.Status}");
            }
        }

        Checkout.Nobody(taken);
    }

    private static Task<DeskAnswer> AskAsync(DeskBrowser browser, string name) =>
        name.StartsWith("GET ", StringComparison.Ordinal)
            ? browser.GetAsync(Path(name))
            : browser.PostAsync(Path(name));

    // 403: somebody else's. 401, or the way to the door: nobody's who has not signed in.
    private static bool IsLetIn(DeskAnswer answer, string name)
    {
        var isSentToTheDoor =
            answer.Status == StatusCodes.Status303SeeOther
            && answer.Location!.StartsWith("/desk/sign-in", StringComparison.Ordinal)
            && !name.EndsWith("/sign-out", StringComparison.Ordinal);
        return answer.Status is not (401 or 403 or 500) && !isSentToTheDoor;
    }

    private static string Name(Endpoint endpoint)
    {
        var method = endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Single();
        return $"{method} /{((RouteEndpoint)endpoint).RoutePattern.RawText!.Trim('/')}";
    }

    // An address that an endpoint answers: nothing has this number.
    private static string Path(string name) => Hole().Replace(name.Split(' ')[1], "1");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
