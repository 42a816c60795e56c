using System.Text;

namespace Pamphlet.Seal.Letters;

/// <summary>
/// What a signature is for. It is signed with the text and the paper, each after its length: without it a signature over one kind of
/// text could be shown as one over another.
/// </summary>
internal sealed record SignedPurpose(string Tag)
{
    public static SignedPurpose Epochs { get; } = new("pamphlet.letters/epochs/v1");

    public static SignedPurpose Answer { get; } = new("pamphlet.letters/answer/v1");

    public static SignedPurpose Call { get; } = new("pamphlet.letters/call/v1");

    public static SignedPurpose PaperLetter { get; } = new("pamphlet.letters/paper-letter/v1");

    public byte[] Before(PaperId paper, ReadOnlySpan<byte> text)
    {
        var tag = Encoding.ASCII.GetBytes(Tag);
        return [(byte)tag.Length, .. tag, PaperId.Size, .. paper.Bytes, .. text];
    }
}
