using System.Text;
using Pamphlet.Letters;
using Pamphlet.Letters.Calling;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal;
using Pamphlet.Seal.Letters;
using Pamphlet.Signing.Fetching;
using Pamphlet.Verbs;

namespace Pamphlet.Tests.Letters;

/// <summary>An editor whose keys lie on a machine of their own, and who asks and answers as <c>pamphlet desk</c> does.</summary>
internal sealed class FarCorrespondent : IDisposable
{
    // Each opening of the box takes one.
    private const int Sheets = 4;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-far-");
    private readonly Keyring keys;
    private readonly OpenKeyring ring;

    private FarCorrespondent()
    {
        using var passphrase = SecretBytes.From("seven herons left the harbour"u8);
        keys = new Keyring(Path.Combine(folder.FullName, "keys"), work: 6);
        ring = keys.Make(RingOptions.Me, passphrase);
    }

    /// <summary>Their list of keys is published in a paper's folder, before it starts.</summary>
    public static FarCorrespondent Of(string data)
    {
        var far = new FarCorrespondent();
        using var box = LetterBox.Open(Path.Combine(data, "letters"), TimeProvider.System, Sheets);
        box.Publish(EpochWeeks.Extend(far.keys, far.ring, box.Today));
        return far;
    }

    /// <summary>Fetches the whole mailbag, answers the first letter in it, and brings the answer.</summary>
    /// <param name="proxy">Tor's; null: straight.</param>
    /// <returns>The letter's words.</returns>
    public async Task<string> AnswerAsync(Uri paper, string answer, Uri? proxy = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var door = new CopyDoor(proxy, TimeSpan.FromMinutes(2), TimeProvider.System);
        var outbox = Outbox.Open(Path.Combine(folder.FullName, "outbox"), ring, keys.Recipients());
        var call = new CallPaper(paper, door, ring.Signing, outbox);
        Assert.Null(await call.FetchAsync(cancel));
        using var page = FirstIn(call);
        Assert.True(LetterContent.TryRead(page.Content, out var content));
        Assert.True(page.TryGetReplyKey(out var writer));
        Assert.True(outbox.Add(SignedAnswer.Seal(ring.Signing, writer, page.Id, Encoding.UTF8.GetBytes(answer))));
        Assert.Null(await call.BringAsync(cancel));
        return Encoding.UTF8.GetString(content.Words);
    }

    public void Dispose()
    {
        ring.Dispose();
        folder.Delete(recursive: true);
    }

    private LetterPage FirstIn(CallPaper call)
    {
        var slot = new byte[LetterPage.SealedBytes];
        for (var number = 0; number < call.Slots; number++)
        {
            call.Read(number, slot);
            foreach (var epoch in ring.Epochs)
            {
                if (
                    LetterPage.TryOpen(slot, epoch.Identity, ring.Signing.Public.Paper, out var page)
                    && page.Kind == LetterKind.Letter
                )
                {
                    return page;
                }
            }
        }

        throw new InvalidOperationException("No letter came.");
    }
}
