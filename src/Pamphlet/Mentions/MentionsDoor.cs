using Pamphlet.Editions.Shelving;
using Pamphlet.Onion;
using Pamphlet.Storage;

namespace Pamphlet.Mentions;

/// <summary>What other papers reach of this room, and what it does by itself.</summary>
internal static class MentionsDoor
{
    public static void Add(IServiceCollection services, Outward outward, PaperOnion? onion)
    {
        services.AddSingleton(outward);
        services.AddSingleton(new OwnAddresses(() => onion?.Paper.Host));
        services.AddSingleton<TakeMention>();
        services.AddSingleton<TellMentions>();
        services.AddSingleton<TellHub>();
        services.AddHostedService<KeepMentions>();
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(
            $"/{Reading.Files.Mentions}",
            (HttpContext context, TakeMention take, CancellationToken stop) => take.AnswerAsync(context, stop)
        );
}
