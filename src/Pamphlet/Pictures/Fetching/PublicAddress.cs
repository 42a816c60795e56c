using System.Net;
using System.Net.Sockets;

namespace Pamphlet.Pictures.Fetching;

/// <summary>
/// Whether an address is one of the open internet. An old text may name <c>http://192.168.1.1/reboot.png</c>, and the machine
/// that imports it stands in the network where that is a router.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Of IPv6 only what is given out is open; within it, the blocks that hide another address or document one.
    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] ClosedSix =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse),
    ];

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(Closed, network => network.Contains(address)),
            AddressFamily.InterNetworkV6 => address.ScopeId == 0
                && GivenOut.Contains(address)
                && !Array.Exists(ClosedSix, network => network.Contains(address)),
            _ => false,
        };
    }
}
