using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Keys;

/// <summary>A few secret bytes in an age file: written whole, read whole, never plain on the disk.</summary>
internal static class SealedFile
{
    /// <summary>Far more than any file here holds, in bytes.</summary>
    private const int Most = 8 << 20;

    public static byte[] Seal(ReadOnlySpan<byte> secret, IReadOnlyList<AgeRecipient> recipients)
    {
        using var output = new MemoryStream(secret.Length + 4096);
        using var writer = AgeWriter.Start(output, recipients);
        writer.Write(secret);
        writer.Finish();
        return output.ToArray();
    }

    /// <returns>Null: it is for somebody else, or somebody changed it.</returns>
    public static SecretBytes? Open(ReadOnlyMemory<byte> file, AgeIdentity identity)
    {
        if (file.Length > Most)
        {
            return null;
        }

        using var opened = new SecretBytes(file.Length);
        try
        {
            using var input = new MemoryStream(file.ToArray(), writable: false);
            using var reader = AgeReader.Open(input, identity);
            var length = 0;
            while (reader.Read(opened.Span[length..]) is > 0 and var count)
            {
                length += count;
            }

            return SecretBytes.From(opened.Span[..length]);
        }
        catch (AgeRefusedException)
        {
            return null;
        }
    }

    /// <summary>
    /// In the file's place when this returns, also after a power cut; and what lay there before is zeros, or a week that is destroyed
    /// later would still lie in the blocks of a file that was replaced. Only the owner may read it, and it has no time.
    /// </summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var before = File.Exists(path)
            ? File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete)
            : null;
        var next = $"{path}.next";
        using (File.OpenHandle(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            File.SetUnixFileMode(next, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Durable.Replace(path, next, content);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        Durable.FlushFolder(Path.GetDirectoryName(path)!);
        if (before is not null)
        {
            RandomAccess.Write(before, new byte[RandomAccess.GetLength(before)], fileOffset: 0);
            RandomAccess.FlushToDisk(before);
        }
    }
}
