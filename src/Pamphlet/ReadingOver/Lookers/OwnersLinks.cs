namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Links to documents, calls and groups whose service shows the owner's name, or lets strangers in.</summary>
internal static class OwnersLinks
{
    // A host, and how the path must begin; «» is any.
    private static readonly (string Host, string Path)[] Places =
    [
        ("docs.google.com", ""),
        ("drive.google.com", ""),
        ("forms.gle", ""),
        ("calendar.google.com", ""),
        ("mail.google.com", ""),
        ("groups.google.com", ""),
        ("meet.google.com", ""),
        ("photos.google.com", ""),
        ("photos.app.goo.gl", ""),
        ("maps.app.goo.gl", ""),
        ("goo.gl", "/maps"),
        ("onedrive.live.com", ""),
        ("1drv.ms", ""),
        ("sharepoint.com", ""),
        ("forms.office.com", ""),
        ("teams.microsoft.com", ""),
        ("outlook.office.com", ""),
        ("outlook.live.com", ""),
        ("dropbox.com", ""),
        ("icloud.com", ""),
        ("box.com", "/s"),
        ("notion.so", ""),
        ("notion.site", ""),
        ("canva.com", "/design"),
        ("figma.com", ""),
        ("overleaf.com", ""),
        ("trello.com", "/b"),
        ("airtable.com", ""),
        ("calendly.com", ""),
        ("wetransfer.com", ""),
        ("we.tl", ""),
        ("mediafire.com", ""),
        ("mega.nz", ""),
        ("zoom.us", "/"),
        ("chat.whatsapp.com", ""),
        ("wa.me", ""),
        ("t.me", "/+"),
        ("t.me", "/joinchat"),
        ("discord.gg", ""),
        ("zalo.me", ""),
        ("m.me", ""),
        ("fshare.vn", ""),
        ("yandex.ru", "/mail"),
        ("mail.proton.me", ""),
    ];

    public static IEnumerable<Sighting> In(ReadLine line) =>
        line
            .Addresses.Where(address => IsOwners(address) || NamesSomebody(address))
            .Select(address => new Sighting(FindingKind.OwnersLink, address.Start, address.Length));

    private static bool IsOwners(FoundAddress address) =>
        address.Uri is { IsAbsoluteUri: true } uri
        && Array.Exists(
            Places,
            place =>
                address.IsAt(place.Host) && uri.AbsolutePath.StartsWith(place.Path, StringComparison.OrdinalIgnoreCase)
        );

    // A name before the host, a file of one's own machine, a machine at home.
    private static bool NamesSomebody(FoundAddress address) =>
        address.Uri is { } uri
        && (
            uri.UserInfo.Length > 0
            || uri.IsFile
            || uri.IsLoopback
            || address.Host.EndsWith(".local", StringComparison.Ordinal)
            || address.Host.EndsWith(".lan", StringComparison.Ordinal)
        );
}
