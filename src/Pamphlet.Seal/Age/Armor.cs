namespace Pamphlet.Seal.Age;

/// <summary>The lines around an age file that must travel as text.</summary>
internal static class Armor
{
    public const int Columns = 64;
    public const int BytesInALine = 48;

    public static ReadOnlySpan<byte> Begin => "-----BEGIN AGE ENCRYPTED FILE-----"u8;

    public static ReadOnlySpan<byte> End => "-----END AGE ENCRYPTED FILE-----"u8;
}
