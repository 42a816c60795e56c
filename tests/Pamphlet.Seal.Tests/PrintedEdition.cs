using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Seal.Tests;

/// <summary>A small paper with a log, made in a test: editions, keys, proofs.</summary>
internal sealed class PrintedEdition
{
    public const string Origin = "paper.example/editions";
    private readonly List<ContentHash> leaves = [];

    public SigningKey LogKey { get; } = Key(Origin, KeyKind.Note, "log");

    public Checkpoint Checkpoint => new(Origin, leaves.Count, TreeHash.Root(leaves));

    public static SigningKey Key(string name, KeyKind kind, string secret) =>
        new(name, kind, SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public SignedEdition Add(params (string Path, string Text)[] files) => Add([], null, files);

    public SignedEdition Add(
        IReadOnlyList<ReadOnlyMemory<byte>> keySets,
        ContentHash? keys,
        params (string Path, string Text)[] files
    )
    {
        var manifest = EditionManifest.Of(
            files.Select(file => new ManifestLine(
                ContentHash.Of(Encoding.UTF8.GetBytes(file.Text)),
                SitePath.From(file.Path)
            ))
        );
        var bytes = manifest.ToBytes();
        var record = new EditionRecord(
            Origin,
            leaves.Count,
            1_763_812_800,
            manifest.Lines.Count,
            manifest.PageRoot(),
            ContentHash.Of(bytes),
            bytes.Length,
            keys
        );
        leaves.Add(record.LeafHash);
        var text = Checkpoint.ToString();
        var proof = new LogProof(record.Number, Inclusion(record.Number), SignedNote.Of(text, LogKey.Sign(text)));
        return new SignedEdition(bytes, record.ToBytes(), proof.ToBytes(), keySets);
    }

    public IReadOnlyList<ContentHash> Inclusion(long index) => TreeProof.Inclusion(index, leaves.Count, At);

    public IReadOnlyList<ContentHash> Consistency(long old) => TreeProof.Consistency(old, leaves.Count, At);

    public static (string, string)[] Pages(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => ($"data/2026/{i.ToString("D3", CultureInfo.InvariantCulture)}.html", $"page {i}")),
        ];

    private ContentHash At(int level, long index) => TreeHash.Root(leaves.Skip((int)(index << level)).Take(1 << level));
}
