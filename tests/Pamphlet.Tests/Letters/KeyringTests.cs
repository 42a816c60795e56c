using System.Text;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Tests.Letters;

public sealed class KeyringTests : IDisposable
{
    private const int Cheap = 6;
    private static readonly DateOnly Wednesday = new(2026, 11, 25);
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-keyring-");
    private readonly SecretBytes mine = SecretBytes.From("nine kettles on a red roof"u8);
    private readonly SecretBytes hers = SecretBytes.From("her own passphrase of words"u8);

    private Keyring Ring => new(Path.Combine(folder.FullName, "keys"), Cheap);

    public void Dispose()
    {
        mine.Dispose();
        hers.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Keys_open_with_the_passphrase_and_with_no_other()
    {
        using var made = Ring.Make("me", mine);
        var keys = EpochWeeks.Extend(Ring, made, Wednesday);

        using var open = Ring.Open("me", mine);

        Assert.Null(Ring.Open("me", hers));
        Assert.Null(Ring.Open("she", mine));
        Assert.Equal(made.SigningSeed.ToArray(), open!.SigningSeed.ToArray());
        Assert.Equal(EpochWeeks.Ahead, open.Epochs.Count);
        Assert.Equal(Monday, keys.Keys[0].From);
        Assert.Equal(
            keys.At(Wednesday)!.Recipient.ToString(),
            open.Epochs.Single(epoch => epoch.From == Monday).Identity.Recipient.ToString()
        );
    }

    [Fact]
    public void Nothing_in_the_folder_is_plain()
    {
        using var made = Ring.Make("me", mine);
        EpochWeeks.Extend(Ring, made, Wednesday);
        byte[][] secrets =
        [
            made.SigningSeed.ToArray(),
            made.Own.Seed.ToArray(),
            mine.Span.ToArray(),
            .. made.Epochs.Select(epoch => epoch.Identity.Seed.ToArray()),
            .. made.Epochs.Select(epoch => Encoding.ASCII.GetBytes(epoch.Identity.Reveal())),
        ];

        var files = folder.GetFiles("*", SearchOption.AllDirectories);

        Assert.Equal(2 + EpochWeeks.Ahead, files.Length);
        Assert.All(
            files,
            file =>
            {
                var bytes = File.ReadAllBytes(file.FullName);
                Assert.All(secrets, secret => Assert.True(bytes.AsSpan().IndexOf(secret) < 0, file.Name));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
                Assert.Equal(DateTime.UnixEpoch, file.LastWriteTimeUtc);
            }
        );
    }

    [Fact]
    public void Publishing_ahead_adds_what_is_missing_and_changes_nothing_that_readers_have()
    {
        using var made = Ring.Make("me", mine);
        var before = EpochWeeks.Extend(Ring, made, Wednesday);

        var later = EpochWeeks.Extend(Ring, made, Wednesday.AddDays(14));

        Assert.Equal(before.Keys.Skip(2).Select(Text), later.Keys.Take(EpochWeeks.Ahead - 2).Select(Text));
        Assert.Equal(EpochWeeks.Ahead, later.Keys.Count);
        Assert.Equal(EpochWeeks.Ahead + 2, made.Epochs.Count);
    }

    [Fact]
    public void Renewed_keys_are_all_others_and_the_old_ones_still_open_what_came()
    {
        using var made = Ring.Make("me", mine);
        var before = EpochWeeks.Extend(Ring, made, Wednesday);
        using var page = Page(made);
        var letter = page.SealFor(before.At(Wednesday)!.Recipient);

        var after = EpochWeeks.Renew(Ring, made, Wednesday);
        var again = EpochWeeks.Extend(Ring, made, Wednesday.AddDays(1));

        Assert.Empty(before.Keys.Select(KeyText).Intersect(after.Keys.Select(KeyText)));
        Assert.Equal(KeyText(after.At(Wednesday)!), KeyText(again.At(Wednesday.AddDays(1))!));
        Assert.Equal(KeyText(after.Keys[1]), KeyText(again.At(Wednesday.AddDays(7))!));
        Assert.Contains(
            made.Epochs,
            epoch => LetterPage.TryOpen(letter, epoch.Identity, made.Signing.Public.Paper, out _)
        );
    }

    [Fact]
    public void A_colleague_opens_everything_with_her_own_passphrase_until_her_key_is_taken()
    {
        using var made = Ring.Make("me", mine);
        EpochWeeks.Extend(Ring, made, Wednesday);
        Ring.Let(made, "she", hers);
        using var open = Ring.Open("she", hers);
        EpochWeeks.Renew(Ring, made, Wednesday);
        Ring.Refresh(open!);
        var shared = open!.Epochs.Count;

        Ring.Remove("she");
        EpochWeeks.Extend(Ring, made, Wednesday.AddDays(30));
        Ring.Refresh(open);

        Assert.Equal(2 * EpochWeeks.Ahead, shared);
        Assert.Equal(shared, open.Epochs.Count);
        Assert.True(made.Epochs.Count > shared);
        Assert.Null(Ring.Open("she", hers));
        Assert.Equal(["me"], Ring.Holders.Select(holder => holder.Name));
    }

    [Fact]
    public void A_new_passphrase_of_ones_own_replaces_the_old_one()
    {
        using var made = Ring.Make("me", mine);
        EpochWeeks.Extend(Ring, made, Wednesday);

        Ring.Let(made, "me", hers);

        Assert.Null(Ring.Open("me", mine));
        using var open = Ring.Open("me", hers);
        Assert.Equal(EpochWeeks.Ahead, open!.Epochs.Count);
        Assert.Null(Ring.Open("me", HybridIdentity.FromSeed(made.Own.Seed)));
    }

    [Fact]
    public void A_destroyed_epoch_is_gone_from_the_disk_and_from_open_rings()
    {
        using var made = Ring.Make("me", mine);
        var keys = EpochWeeks.Extend(Ring, made, Wednesday);
        using var page = Page(made);
        var letter = page.SealFor(keys.At(Wednesday)!.Recipient);
        var paper = made.Signing.Public.Paper;
        Assert.Contains(made.Epochs, epoch => LetterPage.TryOpen(letter, epoch.Identity, paper, out _));

        Ring.Destroy(Ring.EpochFiles.Where(epoch => epoch.From == Monday).Select(epoch => epoch.File));
        Ring.Refresh(made);

        Assert.DoesNotContain(made.Epochs, epoch => LetterPage.TryOpen(letter, epoch.Identity, paper, out _));
        Assert.Equal(EpochWeeks.Ahead - 1, Ring.EpochFiles.Count);
    }

    [Fact]
    public void What_a_new_file_replaced_is_zeros_on_the_disk()
    {
        using var made = Ring.Make("me", mine);
        var path = Path.Combine(Ring.Folder, "signing.age");
        using var old = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        Ring.Let(made, "she", hers);

        var bytes = new byte[RandomAccess.GetLength(old)];
        RandomAccess.Read(old, bytes, 0);
        Assert.NotEmpty(bytes);
        Assert.All(bytes, value => Assert.Equal(0, value));
        using var open = Ring.Open("she", hers);
        Assert.NotNull(open);
    }

    [Fact]
    public void A_locked_ring_holds_zeros()
    {
        var made = Ring.Make("me", mine);
        EpochWeeks.Extend(Ring, made, Wednesday);
        var epoch = made.Epochs[0].Identity;
        Assert.NotEqual(0, epoch.Seed.Length);

        made.Dispose();

        Assert.Equal((0, 0, 0), (epoch.Seed.Length, made.SigningSeed.Length, made.Own.Seed.Length));
        Assert.Empty(made.Epochs);
    }

    private static LetterPage Page(OpenKeyring ring) =>
        LetterPage.Write(
            LetterKind.Letter,
            ring.Signing.Public.Paper,
            new byte[LetterPage.IdBytes],
            place: 0,
            count: 1,
            replyKey: null,
            "xin chào"u8
        );

    private static string Text(EpochKey key) => $"{key.From:yyyy-MM-dd} {key.Recipient}";

    private static string KeyText(EpochKey key) => key.Recipient.ToString();
}
