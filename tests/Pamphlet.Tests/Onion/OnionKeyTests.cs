using Pamphlet.Onion;
using Pamphlet.Vault;

namespace Pamphlet.Tests.Onion;

public sealed class OnionKeyTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("pamphlet-onion-").FullName;

    [Fact]
    public void A_seed_gives_the_key_that_the_standard_says()
    {
        // RFC 8032, 7.1, test 1.
        var seed = Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

        var key = OnionKey.From(seed);

        Assert.Equal(
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            Convert.ToHexStringLower(key.PublicKey)
        );
        Assert.Equal("25njqamcweflpvkl73j4szahhihoc4xt3ktcgjnpaingr5yhkenl5sid.onion", key.Host);
        Assert.Equal(64, key.Expand().Length);
    }

    [Fact]
    public void The_address_is_the_same_in_another_folder_with_the_same_secrets()
    {
        var before = PaperOnion.Addresses(KeyVault.Open(data, null))!.Value;
        var moved = Path.Combine(data, "moved");
        Directory.CreateDirectory(Path.Combine(moved, "keys"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(data, "keys")))
        {
            File.Copy(file, Path.Combine(moved, Path.GetRelativePath(data, file)));
        }

        var after = PaperOnion.Addresses(KeyVault.Open(moved, null))!.Value;

        Assert.Equal(before.Paper.Host, after.Paper.Host);
        Assert.Equal(before.Desk.Host, after.Desk.Host);
        Assert.NotEqual(before.Paper.Host, before.Desk.Host);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "my")]
    [InlineData("foobar", "mzxw6ytboi")]
    public void Keys_are_written_as_the_standard_says(string text, string expected) =>
        Assert.Equal(expected, OnionLetters.Of(System.Text.Encoding.ASCII.GetBytes(text)));

    public void Dispose() => Directory.Delete(data, recursive: true);
}
