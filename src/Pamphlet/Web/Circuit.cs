namespace Pamphlet.Web;

/// <summary>
/// Which of tor's circuits a request came through: a feature of its connection, where tor told. It is no address and leads
/// to nobody; it tells apart those who ask at the same time.
/// </summary>
/// <param name="Key">Mixed with a secret of this run of the program: it means nothing beside tor's own records.</param>
internal sealed record Circuit(long Key);
