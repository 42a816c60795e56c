using System.Text;

namespace Pamphlet.Editions.Serving;

/// <summary>The grammar that headers' values share (RFC 9110, 5.6), on bytes.</summary>
internal static class Fields
{
    /// <summary>A quality value of 1, in thousandths.</summary>
    public const int FullWeight = 1000;

    public static bool Same(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Ascii.EqualsIgnoreCase(left, right);

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) => value.Trim(" \t"u8);

    /// <summary>Takes the next <c>token;q=0.5</c> from a list.</summary>
    /// <param name="weight">In thousandths; a weight that is none counts as 0: not wanted.</param>
    public static ReadOnlySpan<byte> NextInList(ref ReadOnlySpan<byte> list, out int weight)
    {
        var comma = list.IndexOf((byte)',');
        var item = comma < 0 ? list : list[..comma];
        list = comma < 0 ? [] : list[(comma + 1)..];

        weight = FullWeight;
        var semicolon = item.IndexOf((byte)';');
        if (semicolon < 0)
        {
            return Trim(item);
        }

        var parameter = Trim(item[(semicolon + 1)..]);
        if (parameter.Length > 2 && (parameter[0] | 0x20) == 'q' && parameter[1] == '=')
        {
            weight = Weight(parameter[2..]);
        }

        return Trim(item[..semicolon]);
    }

    private static int Weight(ReadOnlySpan<byte> digits)
    {
        if (digits.Length > 5 || digits[0] is not ((byte)'0' or (byte)'1') || (digits.Length > 1 && digits[1] != '.'))
        {
            return 0;
        }

        var weight = (digits[0] - '0') * FullWeight;
        var unit = FullWeight / 10;
        for (var i = 2; i < digits.Length; i++, unit /= 10)
        {
            if (!char.IsAsciiDigit((char)digits[i]))
            {
                return 0;
            }

            weight += (digits[i] - '0') * unit;
        }

        return Math.Min(weight, FullWeight);
    }
}
