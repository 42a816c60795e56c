using Pamphlet.Editions.Shelving;
using Pamphlet.Forms;
using Pamphlet.Web;

namespace Pamphlet.Copies;

/// <summary>What readers reach of this room.</summary>
internal static class CopiesDoor
{
    public static void Map(IEndpointRouteBuilder routes, RequestDelegate notFound)
    {
        var house = routes.ServiceProvider;
        var take = new TakeText(
            house.GetRequiredService<EditionShelf>(),
            house.GetRequiredService<FormPages>(),
            notFound
        );
        routes
            .MapGet("/copies.html", (HttpContext context, CancellationToken stop) => take.AnswerAsync(context, stop))
            .BeforeTheEdition();
        if (house.GetService<CopyShelf>() is { } shelf)
        {
            routes.MapMethods(
                "/copies/{hash}/{name}",
                ["GET", "HEAD"],
                (HttpContext context) => ServeCopies.AnswerAsync(context, shelf, notFound)
            );
        }
    }
}
