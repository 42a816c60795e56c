using System.Buffers;
using System.Text;
using Pamphlet.Posts;

namespace Pamphlet.Reading.Addresses;

/// <summary>
/// <c>edition/addresses.txt</c>: a line <c>answer from to</c> for each address that is not a file, sorted by bytes. From begins
/// with a slash, to does not; both are percent-encoded, so that neither holds a space.
/// </summary>
internal static class AddressTable
{
    public static void Write(Catalogue catalogue, IBufferWriter<byte> output)
    {
        foreach (var line in Lines(catalogue).Order(StringComparer.Ordinal))
        {
            Encoding.UTF8.GetBytes(line, output);
            output.Write("\n"u8);
        }
    }

    /// <summary>What was imported goes before what stands for every paper; what the editors withdrew, before both.</summary>
    private static IEnumerable<string> Lines(Catalogue catalogue) =>
        catalogue
            .Withdrawn.Select(page => new Address($"/{page.Path}", page.Path.Value, OldAddressAnswer.Gone))
            .Concat(catalogue.Addresses)
            .Concat(StandingAddresses.All(catalogue))
            .DistinctBy(address => address.From, StringComparer.Ordinal)
            .Select(address => $"{Status(address.Answer)} {SiteLink.Encode(address.From)} {Target(address)}");

    private static string Status(OldAddressAnswer answer) =>
        answer switch
        {
            OldAddressAnswer.Moved => "301",
            OldAddressAnswer.Same => "200",
            OldAddressAnswer.Gone => "410",
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };

    // Where nothing is left to show, the page that stands anywhere is shown.
    private static string Target(Address address)
    {
        if (address.To.Length == 0)
        {
            return Files.NotFound.Value;
        }

        var mark = address.To.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 ? SiteLink.Encode(address.To) : SiteLink.Encode(address.To[..mark]) + address.To[mark..];
    }
}
