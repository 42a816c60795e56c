namespace Pamphlet.Signing.Fetching;

/// <summary>What came back from another host, or why nothing did.</summary>
/// <param name="Status">Of HTTP, or 0.</param>
internal sealed record Fetched(int Status, byte[] Content, FetchFault Fault)
{
    public bool IsGood => Fault == FetchFault.None && Status == 200;

    public static Fetched Failed(FetchFault fault) => new(0, [], fault);
}

/// <summary>Why nothing came.</summary>
internal enum FetchFault
{
    None,

    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>Nothing came for too long, or all of it took too long.</summary>
    Slow,

    /// <summary>More came than could be wanted: an endless file, or a small one that swells.</summary>
    TooLarge,

    /// <summary>It does not unpack, or is not as long as was announced.</summary>
    Garbled,
}
