using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>The bytes of C2SP cosignature/v1: a time, and a signature over that time and the checkpoint's text.</summary>
internal static class Cosignature
{
    public const int TimeSize = sizeof(ulong);
    public const int Size = TimeSize + 64;

    public static byte[] Message(DateTimeOffset time, string text) =>
        Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time.ToUnixTimeSeconds()}\n{text}")
        );

    public static bool TryTime(ReadOnlySpan<byte> signature, out DateTimeOffset time)
    {
        var seconds = BinaryPrimitives.ReadUInt64BigEndian(signature);
        var isTime = seconds <= (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        time = isTime ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : default;
        return isTime;
    }
}
