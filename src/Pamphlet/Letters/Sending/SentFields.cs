using System.Text;
using System.Text.Unicode;
using Pamphlet.Seal;

namespace Pamphlet.Letters.Sending;

/// <summary>What was typed into a form of this room, in pinned memory that is wiped behind it.</summary>
internal sealed class SentFields : IDisposable
{
    /// <summary>Twice what a letter holds: what is too long comes back whole.</summary>
    private const int LongestText = 128 * 1024;

    private const int LongestField = 4 * 1024;
    private const int MostFields = 24;

    private readonly Dictionary<string, SecretBytes> fields = new(StringComparer.Ordinal);

    private SentFields() { }

    /// <summary>Somebody typed more than is kept of it.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Some bytes are no text.</summary>
    public bool IsDamaged => fields.Values.Any(typed => !Utf8.IsValid(typed.Span));

    /// <summary>The field's bytes in UTF-8, lines ended by LF; none where it was not sent.</summary>
    public ReadOnlySpan<byte> this[string name] => fields.TryGetValue(name, out var field) ? field.Span : default;

    public bool Has(string name) => fields.ContainsKey(name);

    /// <summary>Of a field in which nobody typed.</summary>
    public string Token(string name) => Encoding.ASCII.GetString(this[name]);

    /// <param name="longText">The field in which a letter is typed.</param>
    /// <param name="takeFile">Null: this form has no files.</param>
    /// <exception cref="InvalidDataException">The form breaks off, or is none.</exception>
    public static async Task<SentFields> ReadAsync(
        MultipartBody body,
        string longText,
        Func<PartHead, CancellationToken, Task>? takeFile,
        CancellationToken cancellationToken
    )
    {
        var sent = new SentFields();
        try
        {
            while (await body.NextAsync(cancellationToken) is { } head)
            {
                if (head.FileName is { } file)
                {
                    await (
                        file.Length > 0 && takeFile is not null ? takeFile(head, cancellationToken) : Task.CompletedTask
                    );
                }
                else if (sent.fields.Count < MostFields && !sent.fields.ContainsKey(head.Name))
                {
                    var isLong = string.Equals(head.Name, longText, StringComparison.Ordinal);
                    await sent.TakeAsync(body, head.Name, isLong ? LongestText : LongestField, cancellationToken);
                }
            }
        }
        catch
        {
            sent.Dispose();
            throw;
        }

        return sent;
    }

    public void Dispose()
    {
        foreach (var field in fields.Values)
        {
            field.Dispose();
        }
    }

    private async Task TakeAsync(MultipartBody body, string name, int most, CancellationToken cancellationToken)
    {
        using var read = new SecretBytes(most + 1);
        var length = 0;
        while (
            length < read.Length && await body.ReadAsync(read.Memory[length..], cancellationToken) is > 0 and var count
        )
        {
            length += count;
        }

        IsCut |= length > most;
        length = WithoutCarriageReturns(read.Span[..WholeLetters(read.Span[..length], most)]);
        fields.Add(name, SecretBytes.From(read.Span[..length]));
    }

    // A cut does not go through the middle of a letter.
    private static int WholeLetters(ReadOnlySpan<byte> text, int most)
    {
        var length = Math.Min(text.Length, most);
        while (length > 0 && length < text.Length && (text[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return length;
    }

    private static int WithoutCarriageReturns(Span<byte> text)
    {
        var length = 0;
        foreach (var one in text)
        {
            if (one != (byte)'\r')
            {
                text[length++] = one;
            }
        }

        return length;
    }
}
