using System.Collections.Frozen;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Addresses that carry who passed them on: to the host they lead to, each reader comes with the editor's number.</summary>
internal static class TrackedLinks
{
    private static readonly FrozenSet<string> Everywhere = new[]
    {
        "fbclid",
        "gclid",
        "gclsrc",
        "dclid",
        "gbraid",
        "wbraid",
        "msclkid",
        "yclid",
        "twclid",
        "ttclid",
        "li_fat_id",
        "igshid",
        "igsh",
        "mibextid",
        "rdid",
        "sfnsn",
        "__cft__[0]",
        "__tn__",
        "__xts__[0]",
        "mc_eid",
        "mc_cid",
        "_hsenc",
        "_hsmi",
        "mkt_tok",
        "vero_id",
        "oly_anon_id",
        "oly_enc_id",
        "wickedid",
        "ref_src",
        "ref_url",
        "share_id",
        "sharer",
        "shareid",
        "zarsrc",
        "zanpid",
        "spm",
        "scm",
        "_ga",
        "_gl",
        "__twitter_impression",
        "cvid",
        "at_medium",
        "at_campaign",
        "wt_mc",
        "xtor",
        "trk",
        "trkinfo",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // By host: short names that mean something else elsewhere.
    private static readonly (string Host, string[] Names)[] Only =
    [
        ("youtube.com", ["si", "feature", "pp"]),
        ("youtu.be", ["si", "feature"]),
        ("spotify.com", ["si", "pi"]),
        ("twitter.com", ["s", "t"]),
        ("x.com", ["s", "t"]),
        ("tiktok.com", ["_r", "_t", "sender_device", "share_app_id", "u_code", "_d"]),
        ("facebook.com", ["ref", "_rdr", "eid", "hc_ref"]),
        ("amazon.com", ["ref", "tag", "psc", "pd_rd_i", "pd_rd_r"]),
        ("google.com", ["ei", "ved", "sxsrf", "sei", "usp", "uact", "gs_lp"]),
    ];

    // Doors that write down who passes: the true address is in a parameter.
    private static readonly (string Host, string Path, string Name)[] Doors =
    [
        ("l.facebook.com", "/l.php", "u"),
        ("lm.facebook.com", "/l.php", "u"),
        ("l.instagram.com", "/", "u"),
        ("google.com", "/url", "q"),
        ("google.com", "/url", "url"),
        ("youtube.com", "/redirect", "q"),
        ("out.reddit.com", "/", "url"),
        ("safelinks.protection.outlook.com", "/", "url"),
        ("link.zhihu.com", "/", "target"),
    ];

    public static IEnumerable<Sighting> In(ReadLine line) =>
        from address in line.Addresses
        let clean = Clean(address)
        where clean is not null && !string.Equals(clean, address.Text, StringComparison.Ordinal)
        select new Sighting(FindingKind.TrackedLink, address.Start, address.Length, Instead: clean);

    /// <summary>The address without what follows people, or null where there is nothing to take away.</summary>
    private static string? Clean(FoundAddress address)
    {
        if (address.Uri is not { } uri || uri.Query.Length < 2)
        {
            return null;
        }

        var pairs = uri.Query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries);
        var door = Doors.FirstOrDefault(door =>
            address.IsAt(door.Host) && uri.AbsolutePath.StartsWith(door.Path, StringComparison.Ordinal)
        );
        if (
            door.Host is not null
            && Array.Find(pairs, pair => string.Equals(NameOf(pair), door.Name, StringComparison.Ordinal)) is { } hidden
        )
        {
            return Uri.UnescapeDataString(hidden[(door.Name.Length + 1)..]);
        }

        var kept = pairs.Where(pair => !Follows(address, NameOf(pair))).ToList();
        if (kept.Count == pairs.Length)
        {
            return null;
        }

        var bare = address.Text[..address.Text.IndexOf('?', StringComparison.Ordinal)];
        return kept.Count == 0 ? bare + uri.Fragment : $"{bare}?{string.Join('&', kept)}{uri.Fragment}";
    }

    private static string NameOf(string pair) => Uri.UnescapeDataString(pair.Split('=')[0]);

    private static bool Follows(FoundAddress address, string name) =>
        Everywhere.Contains(name)
        || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("pk_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("mtm_", StringComparison.OrdinalIgnoreCase)
        || Only.Any(site => address.IsAt(site.Host) && site.Names.Contains(name, StringComparer.Ordinal));
}
