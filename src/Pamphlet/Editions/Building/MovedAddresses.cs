using Pamphlet.Posts;
using Pamphlet.Reading;

namespace Pamphlet.Editions.Building;

/// <summary>Where the old addresses lead that texts still link to, so that a copy on a stick needs no server to follow them.</summary>
internal sealed class MovedAddresses
{
    private readonly Dictionary<string, string> moved;

    public MovedAddresses(Catalogue catalogue)
    {
        moved = catalogue
            .Addresses.Where(address => address.Answer == OldAddressAnswer.Moved)
            .ToDictionary(address => address.From, address => $"/{address.To}", StringComparer.Ordinal);
    }

    /// <summary>For <see cref="Rendering.RenderContext.AddressOf"/>.</summary>
    public string? To(string address) => moved.GetValueOrDefault(address);
}
