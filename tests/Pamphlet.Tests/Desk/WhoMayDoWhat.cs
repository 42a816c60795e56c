using Pamphlet.Desk;

namespace Pamphlet.Tests.Desk;

/// <summary>
/// The table of who may do what: each endpoint of the desk, once, sorted by its path. An endpoint without a row fails a test,
/// and so does a row that says something else than the program does.
/// </summary>
internal static class WhoMayDoWhat
{
    /// <summary>The row of an endpoint whose answer is the same for all.</summary>
    public const string Anybody = "anybody";

    public const string AnyEditor = "any editor";

    public static IReadOnlyDictionary<string, string> Table { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GET /desk"] = AnyEditor,
            ["GET /desk/account"] = AnyEditor,
            ["POST /desk/account/language"] = AnyEditor,
            ["GET /desk/account/passphrase"] = AnyEditor,
            ["POST /desk/account/passphrase"] = AnyEditor,
            ["GET /desk/account/second-step"] = AnyEditor,
            ["POST /desk/account/second-step"] = AnyEditor,
            ["POST /desk/account/second-step/remove"] = AnyEditor,
            ["POST /desk/account/sessions/end"] = AnyEditor,
            ["GET /desk/comments"] = nameof(Act.Moderate),
            ["POST /desk/comments"] = nameof(Act.Moderate),
            ["GET /desk/comments/answer/{id}"] = nameof(Act.Moderate),
            ["POST /desk/comments/answer/{id}"] = nameof(Act.Moderate),
            ["GET /desk/comments/decided"] = nameof(Act.Moderate),
            ["GET /desk/comments/settings"] = nameof(Act.Moderate),
            ["POST /desk/comments/settings"] = nameof(Act.Moderate),
            ["GET /desk/found/{key}"] = Anybody,
            ["POST /desk/found/{key}"] = Anybody,
            ["GET /desk/join/{key}"] = Anybody,
            ["POST /desk/join/{key}"] = Anybody,
            ["GET /desk/people"] = AnyEditor,
            ["POST /desk/people/invite"] = nameof(Act.Invite),
            ["POST /desk/people/invite/withdraw"] = nameof(Act.Invite),
            ["GET /desk/people/{id:long}"] = nameof(Act.Invite),
            ["POST /desk/people/{id:long}/acts"] = nameof(Act.Invite),
            ["POST /desk/people/{id:long}/remove"] = nameof(Act.Invite),
            ["POST /desk/people/{id:long}/way-in"] = nameof(Act.Invite),
            ["GET /desk/settings"] = nameof(Act.Settle),
            ["POST /desk/settings"] = nameof(Act.Settle),
            ["GET /desk/settings/addresses"] = nameof(Act.Settle),
            ["POST /desk/settings/addresses"] = nameof(Act.Settle),
            ["GET /desk/settings/look"] = nameof(Act.Settle),
            ["POST /desk/settings/look"] = nameof(Act.Settle),
            ["GET /desk/settings/menu"] = nameof(Act.Settle),
            ["POST /desk/settings/menu"] = nameof(Act.Settle),
            ["POST /desk/settings/addresses/remove"] = nameof(Act.Settle),
            ["GET /desk/sign-in"] = Anybody,
            ["POST /desk/sign-in"] = Anybody,
            ["POST /desk/sign-out"] = AnyEditor,
            ["GET /desk/style.css"] = Anybody,
            ["GET /desk/together"] = AnyEditor,
            ["POST /desk/together/number"] = AnyEditor,
            ["POST /desk/together/{id:long}/agree"] = AnyEditor,
            ["POST /desk/together/{id:long}/withdraw"] = AnyEditor,
            ["GET /desk/media/{file}"] = nameof(Act.Write),
            ["GET /desk/names"] = nameof(Act.Write),
            ["POST /desk/names"] = nameof(Act.Write),
            ["POST /desk/names/{id}"] = nameof(Act.Edit),
            ["GET /desk/never-publish"] = nameof(Act.Edit),
            ["POST /desk/never-publish"] = nameof(Act.Edit),
            ["POST /desk/never-publish/close"] = nameof(Act.Edit),
            ["POST /desk/never-publish/open"] = nameof(Act.Edit),
            ["GET /desk/texts"] = nameof(Act.Write),
            ["POST /desk/texts"] = nameof(Act.Write),
            ["GET /desk/texts/{id}"] = nameof(Act.Write),
            ["POST /desk/texts/{id}"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/correct"] = nameof(Act.Edit),
            ["GET /desk/texts/{id}/details"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/details"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/drop"] = nameof(Act.Edit),
            ["POST /desk/texts/{id}/findings"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/keep"] = nameof(Act.Write),
            ["GET /desk/texts/{id}/link"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/link"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/look"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/paste"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/picture"] = nameof(Act.Write),
            ["GET /desk/texts/{id}/pictures"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/pictures"] = nameof(Act.Write),
            ["GET /desk/texts/{id}/pictures/{picture}"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/pictures/{picture}"] = nameof(Act.Write),
            ["GET /desk/texts/{id}/preview/{**path}"] = nameof(Act.Write),
            ["GET /desk/texts/{id}/publish"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/publish"] = nameof(Act.Edit),
            ["POST /desk/texts/{id}/put-back"] = nameof(Act.Edit),
            ["POST /desk/texts/{id}/remarks"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/remarks/{number:int}"] = nameof(Act.Write),
            ["GET /desk/texts/{id}/review"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/review"] = nameof(Act.Write),
            ["GET /desk/texts/{id}/revisions"] = nameof(Act.Write),
            ["GET /desk/texts/{id}/revisions/{number:int}"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/revisions/{number:int}"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/second-person"] = nameof(Act.Settle),
            ["POST /desk/texts/{id}/take-back"] = nameof(Act.Edit),
            ["GET /desk/texts/{id}/unsaved/{sitting}"] = nameof(Act.Write),
            ["POST /desk/texts/{id}/unsaved/{sitting}"] = nameof(Act.Write),
            ["GET /desk/texts/{id}/withdraw"] = nameof(Act.Edit),
            ["POST /desk/texts/{id}/withdraw"] = nameof(Act.Edit),
            ["GET /desk/writing.js"] = Anybody,
        };

    /// <summary>The act that a row asks for, or null: it asks for none.</summary>
    public static Act? ActOf(string row) => Enum.TryParse<Act>(row, out var act) ? act : null;
}
