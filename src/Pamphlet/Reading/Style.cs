namespace Pamphlet.Reading;

/// <summary>The paper's one style sheet, as it lies beside the code.</summary>
internal static class Style
{
    public static ReadOnlyMemory<byte> Bytes { get; } = Read();

    /// <summary>For the one page that may load nothing.</summary>
    public static string Text { get; } = System.Text.Encoding.UTF8.GetString(Bytes.Span);

    private static byte[] Read()
    {
        using var stream =
            typeof(Style).Assembly.GetManifestResourceStream("Pamphlet.Reading.Assets.style.css")
            ?? throw new InvalidOperationException("The program was built without its style sheet.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
