namespace Pamphlet.Seal.Tests;

public sealed class TreeHashTests
{
    [Fact]
    public void The_root_is_that_of_the_recursion_in_RFC_6962()
    {
        var leaves = new List<ContentHash>();
        for (var count = 0; count <= 70; count++)
        {
            Assert.Equal(Recursive(leaves), TreeHash.Root(leaves));
            leaves.Add(TreeHash.Leaf([(byte)count]));
        }
    }

    // The definition, word for word: k is the largest power of two smaller than n.
    private static ContentHash Recursive(List<ContentHash> leaves)
    {
        switch (leaves.Count)
        {
            case 0:
                return TreeHash.Empty;
            case 1:
                return leaves[0];
            default:
                var k = 1;
                while (k * 2 < leaves.Count)
                {
                    k *= 2;
                }

                return TreeHash.Node(Recursive(leaves[..k]), Recursive(leaves[k..]));
        }
    }
}
