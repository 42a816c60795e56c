namespace Pamphlet.Editions.Shelving;

/// <summary>Many files' contents in one file, one after another; written once, then only read, or destroyed in part.</summary>
internal sealed class Pack
{
    private readonly MappedFile file;

    private Pack(uint number, MappedFile file)
    {
        Number = number;
        this.file = file;
    }

    /// <summary>A pack begins with these bytes.</summary>
    public static ReadOnlySpan<byte> Magic => "pamphlet pack 1\n"u8;

    public uint Number { get; }

    public long Length => file.Length;

    /// <returns>Null where it is missing, shorter or longer than the index knows, or no pack.</returns>
    public static Pack? Open(string path, uint number, long length)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != length || length < Magic.Length)
        {
            return null;
        }

        var mapped = new MappedFile(path);
        if (!mapped.Bytes(0, Magic.Length).SequenceEqual(Magic))
        {
            mapped.Close();
            return null;
        }

        return new Pack(number, mapped);
    }

    public ReadOnlySpan<byte> Bytes(Place place) => file.Bytes(place.Offset, place.Length);
}
