namespace Pamphlet.Signing.Checking;

/// <summary>A copy of an edition, wherever it lies. Nothing of what it says is believed.</summary>
internal interface IEditionCopy : IDisposable
{
    /// <summary>Reads one file, <c>data/index.html</c> or <c>record</c>.</summary>
    /// <param name="most">Larger ones are not read, in bytes.</param>
    /// <returns>Null: it is not there, or too large.</returns>
    Task<byte[]?> ReadAsync(string name, long most, CancellationToken cancellationToken);

    /// <summary>The files that lie there, as often as they do, or null: nobody can list them.</summary>
    IReadOnlyCollection<string>? Names();
}
