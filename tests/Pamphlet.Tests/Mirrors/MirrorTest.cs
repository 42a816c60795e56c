using Pamphlet.Mirrors;
using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Signing.Checking;
using Pamphlet.Signing.Fetching;
using Pamphlet.Tests.Signing;
using Pamphlet.Web;

namespace Pamphlet.Tests.Mirrors;

/// <summary>A paper that is served, and friends who mirror it.</summary>
internal sealed class MirrorTest : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> open = [];
    private readonly List<IDisposable> owned = [];
    private readonly string folders = Directory.CreateTempSubdirectory("pamphlet-mirrors-").FullName;

    private MirrorTest(SigningPaper paper, PaperServer server)
    {
        (Paper, Server) = (paper, server);
    }

    public SigningPaper Paper { get; }

    public PaperServer Server { get; }

    public CopyDoor Door { get; } = new(proxy: null, TimeSpan.FromSeconds(2), TimeProvider.System);

    public string Folders => folders;

    public static async Task<MirrorTest> StartAsync()
    {
        var paper = new SigningPaper();
        paper.Publish(
            isWhole: true,
            ("data/index.html", Editions.TestShelf.Long("front")),
            ("data/a.html", "first"),
            ("data/media/picture.png", "PNG"),
            ("edition/addresses.txt", "301 /old.html a.html\n")
        );
        return new MirrorTest(paper, await PaperServer.StartAsync(paper));
    }

    public Friend Befriend(string name) => new(this, Path.Combine(folders, name), name);

    /// <summary>The same keys and the same past in another folder: what a thief of the disk could go on with.</summary>
    public SigningPaper Twin()
    {
        var folder = Path.Combine(folders, $"twin{open.Count}");
        foreach (var file in Directory.EnumerateFiles(Paper.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Paper.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new SigningPaper(folder);
    }

    public T Keep<T>(T disposable)
        where T : IAsyncDisposable
    {
        open.Add(disposable);
        return disposable;
    }

    private T Own<T>(T disposable)
        where T : IDisposable
    {
        owned.Add(disposable);
        return disposable;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in open)
        {
            await one.DisposeAsync();
        }

        await Server.DisposeAsync();
        owned.ForEach(one => one.Dispose());
        Door.Dispose();
        Paper.Dispose();
        Directory.Delete(folders, recursive: true);
    }

    /// <summary>Somebody who mirrors the paper.</summary>
    internal sealed class Friend
    {
        private readonly MirrorTest test;

        public Friend(MirrorTest test, string folder, string name)
        {
            this.test = test;
            Key = test.Own(SigningKey.Make($"{name}.example/witness", KeyKind.Cosignature));
            Mirror = Mirror.Open(
                folder,
                new MirrorWishes(test.Server.Address, test.Paper.Paper.Keys!.Log.Verifier) { MostFile = 1 << 20 }
            )!;
            Witness = new WitnessPaper(Mirror, Key, TimeProvider.System);
        }

        public SigningKey Key { get; }

        public Mirror Mirror { get; private set; }

        public WitnessPaper Witness { get; private set; }

        public Task<FollowResult> FollowAsync(Uri? source = null) =>
            new FollowPaper(Mirror, test.Door, Witness, test.Paper.Time).RunAsync(
                source ?? test.Server.Address,
                TestContext.Current.CancellationToken
            );

        public Task<FollowResult> RoundAsync() =>
            new KeepMirror(Mirror, test.Door, Witness, test.Paper.Time).RoundAsync(
                (_, _) => { },
                TestContext.Current.CancellationToken
            );

        public void Agree(Func<MirrorWishes, MirrorWishes> change)
        {
            Mirror = Mirror.Open(Mirror.Folder, change(Mirror.Wishes))!;
            Witness = new WitnessPaper(Mirror, Key, TimeProvider.System);
        }

        public async Task<Uri> ServeAsync()
        {
            Assert.True(ListenAddress.TryParse("http://127.0.0.1:0", out var address));
            var app = test.Keep(new ServeMirror(Mirror, Witness).Build([address]));
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new Uri(app.Urls.First().TrimEnd('/') + "/");
        }

        /// <summary>Checks what it serves as any reader may.</summary>
        public async Task<CopyReport> CheckAsync(Uri address)
        {
            var copy = new ServedCopy(address, test.Door);
            return await CheckCopy.RunAsync(
                copy,
                test.Paper.Trust with
                {
                    Witnesses = [Key.Verifier],
                },
                TestContext.Current.CancellationToken
            );
        }

        /// <summary>Whether what it holds is whole, and which edition it is.</summary>
        public long Held()
        {
            var edition = Mirror.Shelf.Current!;
            var seal = ReadSeal.Of(Mirror.Log, edition)!;
            Assert.True(seal.Holds());
            Assert.Equal(seal.Record.Manifest, ManifestOf.Edition(edition, before: null).Hash);
            foreach (var file in edition.Files())
            {
                Assert.Equal(file.Entry.Hash, ContentHash.Of(edition.Bytes(file.Entry.Forms.Identity)));
            }

            return seal.Record.Number;
        }
    }
}
