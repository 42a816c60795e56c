using System.Security.Cryptography;
using System.Text;
using Pamphlet.Letters.Between;
using Pamphlet.Onion;
using Pamphlet.Pictures.Fetching;
using Pamphlet.Signing.Fetching;

namespace Pamphlet.Verbs;

/// <summary>The desk's way to other papers: through the paper's own tor where it has one, through a proxy, or straight.</summary>
internal static class SisterDoor
{
    // For a head, and for each pause; how long a delivery may take in all, the desk bounds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <param name="onion">Null: the paper has no tor. Where it has one, nothing goes another way, also while it is not up.</param>
    /// <param name="proxy">The operator's, where there is no tor; null: straight.</param>
    public static CopyDoor Of(PaperOnion? onion, Uri? proxy = null) =>
        onion is null && proxy is not null
            ? new CopyDoor(proxy, Patience, TimeProvider.System)
            : new(
                proxy: null,
                Patience,
                TimeProvider.System,
                onion is null
                    // Straight, a stranger's address could lead into the operator's own network.
                    ? (target, cancel) => FetchDoor.ConnectAsync(target, PublicAddress.Is, cancel)
                    : async (target, cancel) =>
                        await (onion.Door ?? throw new IOException("tor is not up.")).ConnectAsync(
                            target.Host,
                            target.Port,
                            $"letters-{NameOf(target.Host)}",
                            cancel
                        )
            );

    public static CopyDoor Of(Uri? proxy, Uri site) =>
        proxy is null && !site.IsLoopback ? Of(onion: null) : new CopyDoor(proxy, Patience, TimeProvider.System);

    public static SisterLine Line(CopyDoor door, string? home, bool isDirect) =>
        new(
            async (address, form, most, cancel) =>
                Answer(
                    form is null
                        ? await door.GetAsync(address, most, cancel)
                        : await door.PostAsync(address, form.Content, most, cancel, form.Type)
                ),
            home,
            isDirect
        );

    private static SisterAnswer Answer(Fetched came) =>
        new(
            came.Status,
            came.Content,
            came.Fault switch
            {
                FetchFault.None => null,
                FetchFault.Slow => PaperFault.Slow,
                FetchFault.TooLarge => PaperFault.Endless,
                FetchFault.Garbled => PaperFault.NoLetters,
                _ => PaperFault.Unreachable,
            }
        );

    // Two papers share no circuit, and tor's own notes name neither.
    private static string NameOf(string host) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(host)).AsSpan(0, 8));
}
