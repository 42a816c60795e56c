using System.Security.Cryptography;

namespace Pamphlet.Copies;

/// <summary>A copy that was made, as a list of copies names it.</summary>
/// <param name="Size">In bytes.</param>
internal sealed record CopiedFile(long Size, string Hash)
{
    public static CopiedFile Of(ReadOnlySpan<byte> bytes) =>
        new(bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public static async Task<CopiedFile> OfAsync(string file, CancellationToken cancel)
    {
        await using var bytes = File.OpenRead(file);
        return new CopiedFile(bytes.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancel)));
    }
}
