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
            ["GET /desk/sign-in"] = Anybody,
            ["POST /desk/sign-in"] = Anybody,
            ["POST /desk/sign-out"] = AnyEditor,
            ["GET /desk/style.css"] = Anybody,
            ["GET /desk/together"] = AnyEditor,
            ["POST /desk/together/number"] = AnyEditor,
            ["POST /desk/together/{id:long}/agree"] = AnyEditor,
            ["POST /desk/together/{id:long}/withdraw"] = AnyEditor,
        };

    /// <summary>The act that a row asks for, or null: it asks for none.</summary>
    public static Act? ActOf(string row) => Enum.TryParse<Act>(row, out var act) ? act : null;
}
