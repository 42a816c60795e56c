using Pamphlet.Doctor;
using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Doctor;

/// <summary>What the machine does with memory and with requests.</summary>
public sealed class MachineTests
{
    private const string Nginx = "etc/nginx/nginx.conf";

    [Theory]
    [InlineData("/dev/sda2\tpartition\t1\t0\t-2", "Wrong")]
    [InlineData("/swapfile\tfile\t1\t0\t-2", "Wrong")]
    [InlineData("/dev/dm-5\tpartition\t1\t0\t-2", "Wrong")]
    [InlineData("/dev/dm-0\tpartition\t1\t0\t-2", "Good")]
    [InlineData("/crypt/swapfile\tfile\t1\t0\t-2", "Good")]
    [InlineData("/dev/zram0\tpartition\t1\t0\t100", "Good")]
    public async Task Swap_is_good_in_memory_or_encrypted_and_wrong_otherwise(string swap, string verdict)
    {
        using var paper = await TestPatient.MakeAsync();
        paper.Machine("proc/self/mounts", "/dev/sda1 / ext4 rw 0 0\n/dev/dm-0 /crypt ext4 rw 0 0\n");

        paper.Machine("proc/swaps", $"Filename\tType\tSize\tUsed\tPriority\n{swap}\n");

        Assert.Equal(verdict, $"{await paper.WorstAsync("memory")}");
    }

    [Fact]
    public async Task A_machine_that_may_sleep_to_an_open_disk_and_a_handler_of_dumps_are_named()
    {
        using var paper = await TestPatient.MakeAsync();
        paper.Machine("sys/power/state", "freeze mem disk\n");

        Assert.Equal(Verdict.Good, await paper.WorstAsync("memory"));
        paper.Machine("proc/sys/kernel/core_pattern", "|/usr/lib/systemd/systemd-coredump %P\n");
        Assert.Contains("systemd-coredump", (await paper.AskAsync("memory"))[^1].Said, StringComparison.Ordinal);
        paper.Machine("proc/swaps", "Filename\tType\n/dev/sda2\tpartition\n");
        Assert.Contains(
            await paper.AskAsync("memory"),
            finding => finding.Remedy.Contains("hibernate", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Nginx_as_it_comes_is_wrong_and_as_we_hand_it_out_it_is_good()
    {
        using var paper = await TestPatient.MakeAsync();

        paper.Machine(Nginx, "http {\n    # access_log off;\n    include conf.d/*;\n}\n");
        var found = await paper.AskAsync("proxy");
        Assert.Equal(2, found.Count(finding => finding.Verdict == Verdict.Wrong));

        paper.Machine(Nginx, Checkout.Read("packaging/proxy/nginx.conf"));
        Assert.Equal(Verdict.Good, await paper.WorstAsync("proxy"));
    }

    [Theory]
    [InlineData("access_log /var/log/nginx/paper.log;")]
    [InlineData("access_log syslog:server=unix:/dev/log;")]
    public async Task A_site_that_keeps_requests_is_found_wherever_nginx_reads_it(string line)
    {
        using var paper = await TestPatient.MakeAsync();
        paper.Machine(Nginx, Checkout.Read("packaging/proxy/nginx.conf"));

        paper.Machine("etc/nginx/sites-enabled/paper", $"server {{\n  {line}\n}}\n");

        Assert.Equal(Verdict.Wrong, await paper.WorstAsync("proxy"));
    }

    [Fact]
    public async Task Addresses_that_are_handed_on_and_a_log_that_holds_requests_are_named()
    {
        using var paper = await TestPatient.MakeAsync();
        paper.Machine(Nginx, Checkout.Read("packaging/proxy/nginx.conf"));

        paper.Machine("etc/nginx/conf.d/more", "proxy_set_header X-Forwarded-For $remote_addr;");
        Assert.Equal(Verdict.Warn, await paper.WorstAsync("proxy"));
        paper.Machine("var/log/nginx/access.log", "203.0.113.7 - - GET /\n");
        var found = (await paper.AskAsync("proxy")).First(finding => finding.Verdict == Verdict.Wrong);
        Assert.StartsWith("shred -u /var/log/nginx/access.log", found.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.7", found.Said, StringComparison.Ordinal);
    }
}
