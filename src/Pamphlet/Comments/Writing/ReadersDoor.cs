using Pamphlet.Comments.Defence;
using Pamphlet.Comments.Keeping;
using Pamphlet.Web;

namespace Pamphlet.Comments.Writing;

/// <summary>What readers reach of this room.</summary>
internal static class ReadersDoor
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Brakes>();
        services.AddSingleton<RecentLikenesses>();
        services.AddSingleton<WriteComment>();
        services.AddHostedService<KeepPromises>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/comment.html",
                (HttpContext context, WriteComment write, CancellationToken stop) => write.AskAsync(context, stop)
            )
            .BeforeTheEdition();
        routes
            .MapPost(
                "/comment.html",
                (HttpContext context, WriteComment write, CancellationToken stop) => write.TakeAsync(context, stop)
            )
            .BeforeTheEdition();
    }
}
