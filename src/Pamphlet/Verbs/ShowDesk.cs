using Pamphlet.Editors;
using Pamphlet.Publications;

namespace Pamphlet.Verbs;

/// <summary>Tells the operator where the desk is; as long as nobody has founded the paper, by a link that founds it.</summary>
internal static class ShowDesk
{
    /// <param name="address">Where the paper is, with a <c>/</c> at its end.</param>
    public static async Task RunAsync(PaperPlace place, string address, CancellationToken cancellationToken)
    {
        await using var database = place.Database.Open();
        var paper =
            await new PublicationStore(database).FirstAsync(cancellationToken)
            ?? throw new InvalidOperationException("No paper was founded here.");
        var token = await FoundingLink.RenewAsync(database, paper.Id, cancellationToken);
        Terminal.Say(
            token is null
                ? $"The desk:         {address}desk"
                : $"Found the paper:  {address}desk/found/{token}  (opens once)"
        );
    }
}
