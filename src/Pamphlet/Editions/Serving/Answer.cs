using Pamphlet.Editions.Shelving;

namespace Pamphlet.Editions.Serving;

/// <summary>What an edition has to say to an address.</summary>
internal abstract record Answer
{
    /// <summary>A file, with 200, 404 or 410.</summary>
    /// <param name="Path">From the edition's root.</param>
    internal sealed record File(int Status, string Path, IndexEntry Entry) : Answer;

    /// <summary>301.</summary>
    /// <param name="Location">An absolute path, percent-encoded: no host, so that it holds under any name of the server.</param>
    internal sealed record Moved(string Location) : Answer;
}
