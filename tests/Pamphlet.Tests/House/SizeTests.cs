namespace Pamphlet.Tests.House;

/// <summary>A small median proves little; the ninth in ten and the largest tell whether a house sprawls.</summary>
public sealed class SizeTests
{
    private static readonly (string File, int Lines)[] Shipped =
    [
        .. Checkout
            .Written.Where(file => file.StartsWith("src/", StringComparison.Ordinal))
            .Select(file => (file, Checkout.Lines(file).Length))
            .OrderBy(file => file.Length),
    ];

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Checkout.Nobody(
            Checkout.Written.Select(file => (file, Checkout.Lines(file).Length)).Where(file => file.Length > 400)
        );

    [Fact]
    public void Half_of_the_files_that_ship_have_at_most_70_lines() =>
        Assert.InRange(Shipped[Shipped.Length / 2].Lines, 1, 70);

    [Fact]
    public void Nine_in_ten_of_the_files_that_ship_have_at_most_200_lines() =>
        Assert.InRange(Shipped[Shipped.Length * 9 / 10].Lines, 1, 200);
}
