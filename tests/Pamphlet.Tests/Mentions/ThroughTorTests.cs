using System.Net;
using System.Net.Sockets;
using System.Text;
using Pamphlet.Mentions;
using Pamphlet.Onion;
using Pamphlet.Tests.Desk;
using Pamphlet.Vault;

namespace Pamphlet.Tests.Mentions;

/// <summary>A paper with an onion address asks through tor or not at all.</summary>
public sealed class ThroughTorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pamphlet-mentions-").FullName;

    [Fact]
    public async Task Without_tor_nobody_is_asked_and_whoever_sent_is_told_to_come_back()
    {
        await using var site = await OtherSite.StartAsync();
        var outward = new Outward(Onion(), proxy: null) { IsOpen = IPAddress.IsLoopback };
        await using var desk = await TakeMentionTests.HearingAsync(site, outward: outward);

        Assert.Equal(HttpStatusCode.TooManyRequests, await TakeMentionTests.SendAsync(desk, site.At("/reply")));
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task Through_tor_the_name_is_resolved_at_its_other_end()
    {
        await using var site = await OtherSite.StartAsync();
        site.Page("/reply", "<p>reached</p>");
        var listens = new TaskCompletionSource<EndPoint>();
        var asked = RelayAsync(listens, site.Address.Port);
        var onion = Onion();
        onion.Door = new TorDoor($"{await listens.Task}");

        var page = await new AskPage(new Outward(onion, proxy: null)).GetAsync(
            new Uri("http://blog.invalid/reply"),
            TestDesk.Cancel
        );

        Assert.Equal((PageFault.None, "<p>reached</p>"), (page.Fault, page.Html));
        Assert.Equal("blog.invalid", await asked);
    }

    [Fact]
    public async Task Addresses_of_this_machine_are_not_asked_through_tor_either()
    {
        var onion = Onion();
        onion.Door = new TorDoor("127.0.0.1:9");

        var page = await new AskPage(new Outward(onion, proxy: null)).GetAsync(
            new Uri("http://127.0.0.1:8080/"),
            TestDesk.Cancel
        );

        Assert.Equal(PageFault.Closed, page.Fault);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private PaperOnion Onion()
    {
        Assert.Null(
            PaperOnion.WithExistingTor(KeyVault.Open(folder, null), "127.0.0.1:9", 8080, mirrored: null, out var onion)
        );
        return onion!;
    }

    /// <summary>Speaks SOCKS 5 once, as tor does, and leads to a port of this machine, whatever name was asked for.</summary>
    private static async Task<string> RelayAsync(TaskCompletionSource<EndPoint> listens, int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        listens.SetResult(listener.LocalEndpoint);
        using var client = await listener.AcceptTcpClientAsync(TestDesk.Cancel);
        await using var stream = client.GetStream();
        var buffer = new byte[512];
        await stream.ReadExactlyAsync(buffer.AsMemory(0, 3), TestDesk.Cancel);
        await stream.WriteAsync((byte[])[5, 2], TestDesk.Cancel);
        await stream.ReadExactlyAsync(buffer.AsMemory(0, 2), TestDesk.Cancel);
        await stream.ReadExactlyAsync(buffer.AsMemory(0, buffer[1] + 2), TestDesk.Cancel);
        await stream.WriteAsync((byte[])[1, 0], TestDesk.Cancel);
        await stream.ReadExactlyAsync(buffer.AsMemory(0, 5), TestDesk.Cancel);
        var name = new byte[buffer[4]];
        await stream.ReadExactlyAsync(name, TestDesk.Cancel);
        await stream.ReadExactlyAsync(buffer.AsMemory(0, 2), TestDesk.Cancel);
        await stream.WriteAsync((byte[])[5, 0, 0, 1, 0, 0, 0, 0, 0, 0], TestDesk.Cancel);
        using var onward = new TcpClient();
        await onward.ConnectAsync(IPAddress.Loopback, port, TestDesk.Cancel);
        await using var site = onward.GetStream();
        await Task.WhenAny(stream.CopyToAsync(site, TestDesk.Cancel), site.CopyToAsync(stream, TestDesk.Cancel));
        return Encoding.ASCII.GetString(name);
    }
}
