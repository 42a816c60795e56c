using System.IO.Compression;
using System.Text;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Tests.Age;

/// <summary>One file of the public test kit: lines of <c>key: value</c>, an empty line, and an age file.</summary>
internal sealed record AgeVector(string Name, ILookup<string, string> Said, byte[] File)
{
    public const int Count = 143;

    public string Expected => Said["expect"].Single();

    public static IReadOnlyList<AgeVector> All() =>
        [
            .. Directory
                .EnumerateFiles(TestVectors.Folder("age"))
                .Where(path => !path.EndsWith(".md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(Read),
        ];

    public Stream Open() =>
        Said["armored"].Contains("yes") ? new ArmorReader(new MemoryStream(File)) : new MemoryStream(File);

    public AgeIdentity[] Identities() =>
        [
            .. Said["identity"]
                .Select(text => AgeIdentity.TryRead(text, out var one) ? one : throw new InvalidDataException(text)),
            .. Said["passphrase"]
                .Select(text => new PassphraseIdentity(SecretBytes.From(Encoding.UTF8.GetBytes(text)))),
        ];

    private static AgeVector Read(string path)
    {
        var bytes = System.IO.File.ReadAllBytes(path);
        var end = bytes.AsSpan().IndexOf("\n\n"u8);
        var said = Encoding
            .UTF8.GetString(bytes, 0, end)
            .Split('\n')
            .Select(line => line.Split(": ", 2))
            .ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var file = bytes[(end + 2)..];
        return new AgeVector(Path.GetFileName(path), said, said["compressed"].Contains("zlib") ? Inflate(file) : file);
    }

    private static byte[] Inflate(byte[] compressed)
    {
        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }
}
