using System.Text;
using Microsoft.Extensions.Time.Testing;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Tests.Editions;

namespace Pamphlet.Tests.Signing;

/// <summary>A shelf in a data folder whose editions are signed as the program signs them.</summary>
internal sealed class SigningPaper : IDisposable
{
    private long shows;

    public SigningPaper(string? folder = null, string home = "https://paper.example/")
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("pamphlet-signing-").FullName;
        Home = new Uri(home);
        (Shelf, Paper) = Open();
    }

    public string Folder { get; }

    public Uri Home { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 25, 3, 17, 5, TimeSpan.Zero));

    public EditionShelf Shelf { get; private set; }

    public SignedPaper Paper { get; private set; }

    public EditionTrust Trust => new() { Logs = [Paper.Keys!.Log.Verifier] };

    public Edition Publish(bool isWhole, params (string Path, string Text)[] files)
    {
        using var draft = Shelf.Begin(isWhole);
        foreach (var (path, content) in Paper.Files())
        {
            draft.Put(path, content);
        }

        foreach (var (path, text) in files)
        {
            if (text.Length == 0)
            {
                draft.Drop(SitePath.From(path));
            }
            else
            {
                draft.Put(SitePath.From(path), Encoding.UTF8.GetBytes(text));
            }
        }

        return Shelf.Publish(draft, new Shown(++shows, []), TestShelf.Build, forget: true);
    }

    public void Restart()
    {
        Paper.Dispose();
        (Shelf, Paper) = Open();
    }

    /// <summary>The current edition, as somebody gets it who was handed a copy.</summary>
    public SignedEdition Current()
    {
        var edition = Shelf.Current!;
        var seal = ReadSeal.Of(Paper.Log, edition)!;
        var files = StrangersFiles.Of(Paper.Log, seal);
        return new SignedEdition(
            ManifestOf.Bytes(edition),
            files[StrangersFiles.Record],
            files[StrangersFiles.Proof],
            [.. Paper.KeySets.All().Select(set => (ReadOnlyMemory<byte>)set.Note.ToBytes())]
        );
    }

    public VerifiedEdition Verified()
    {
        Assert.True(Current().TryVerify(Trust, out var verified, out var refusal), $"{refusal}");
        return verified!;
    }

    public void Export(string folder) =>
        Assert.Equal(
            ExportEdition.Refusal.None,
            ExportEdition
                .Run(
                    Shelf.Current!,
                    folder,
                    TestContext.Current.CancellationToken,
                    StrangersFiles.Of(Paper.Log, ReadSeal.Of(Paper.Log, Shelf.Current!)!)
                )
                .Refusal
        );

    public void Dispose()
    {
        Paper.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private (EditionShelf, SignedPaper) Open()
    {
        var shelf = EditionShelf.Open(Path.Combine(Folder, "shelf"));
        return (shelf, SignedPaper.Open(Folder, secret: null, Home, shelf, Time));
    }
}
