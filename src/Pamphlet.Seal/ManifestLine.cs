using System.Buffers;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>One file of an edition, as its manifest names it: <c>&lt;64 hex&gt;  &lt;path&gt;\n</c>.</summary>
/// <remarks>The bytes of the line, newline included, are also the leaf of the edition's tree.</remarks>
public sealed record ManifestLine(ContentHash Hash, SitePath Path)
{
    /// <summary>Bytes before the path: the hexadecimal digits and two spaces, as <c>sha256sum</c> writes them.</summary>
    internal const int PathAt = (2 * ContentHash.Size) + 2;

    /// <summary>Writes the line with its newline.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Encoding.UTF8.GetBytes(Hash.ToString(), output);
        output.Write("  "u8);
        Encoding.UTF8.GetBytes(Path.Value, output);
        output.Write("\n"u8);
    }

    /// <summary>The leaf of the edition's tree.</summary>
    public ContentHash LeafHash()
    {
        var line = new ArrayBufferWriter<byte>(PathAt + SitePath.MaxBytes);
        WriteTo(line);
        return TreeHash.Leaf(line.WrittenSpan);
    }
}
