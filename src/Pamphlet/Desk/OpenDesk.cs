using System.Diagnostics;
using Pamphlet.Storage;

namespace Pamphlet.Desk;

/// <summary>
/// Everything under <c>/desk</c>: a small application of its own, put together when the first editor comes. Readers wait for
/// none of it, and a paper that nobody edits today holds none of it in memory.
/// </summary>
internal sealed partial class OpenDesk(IServiceProvider house, DeskRooms rooms, ILogger<OpenDesk> log)
    : IAsyncDisposable
{
    private readonly Lazy<Opened> desk = new(() => Open(house, rooms));

    /// <summary>Every endpoint, for the table of who may do what.</summary>
    public IReadOnlyList<Endpoint> Endpoints => desk.Value.Endpoints.Endpoints;

    /// <summary>A middleware.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/desk", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var (services, answer, _) = desk.Value;
        var (outer, found) = (context.RequestServices, context.GetEndpoint());
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        context.SetEndpoint(null);
        try
        {
            await answer(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Went away; nobody waits for an answer.
        }
#pragma warning disable CA1031 // An editor gets a page and the operator a line, whatever went wrong.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Broken(log, fault.GetType().Name, fault.TargetSite?.DeclaringType?.FullName ?? "");
            if (context.Response.HasStarted)
            {
                // Half a file must not look whole.
                context.Abort();
            }
            else
            {
                await SayFaultAsync(context, scope.ServiceProvider, FullDisk.Is(fault));
            }
        }
        finally
        {
            (context.RequestServices, _) = (outer, found);
        }
    }

    /// <summary>What rooms hold in memory for editors is wiped when the program stops.</summary>
    public ValueTask DisposeAsync() =>
        desk.IsValueCreated ? desk.Value.Services.DisposeAsync() : ValueTask.CompletedTask;

    private static async Task SayFaultAsync(HttpContext context, IServiceProvider services, bool isDiskFull)
    {
        context.Response.Clear();
        var visit = services.GetRequiredService<Visit>();
        if (visit.HasEntered)
        {
            await (isDiskFull ? Trouble.DiskFull(visit) : Trouble.Fault(visit)).ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        DeskHeaders.Set(context.Response);
    }

    private static Opened Open(IServiceProvider house, DeskRooms rooms)
    {
        var services = new ServiceCollection();
        services.AddSingleton(house.GetRequiredService<ILoggerFactory>());
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(house.GetRequiredService<DiagnosticListener>());
        services.AddSingleton<DiagnosticSource>(house.GetRequiredService<DiagnosticListener>());
        services.AddSingleton(house.GetRequiredService<TimeProvider>());
        services.AddSingleton(house.GetRequiredService<DatabaseAddress>());
        services.AddScoped(inner => inner.GetRequiredService<DatabaseAddress>().Open());
        services.AddRoutingCore();
        services.AddSingleton<DeskMenu>();
        services.AddSingleton<SaidNext>();
        services.AddSingleton<SessionEnds>();
        services.AddSingleton<OpenedTexts>();
        services.AddScoped<Visit>();
        rooms.Furnish(services, house);

        var provider = services.BuildServiceProvider();
        var app = new ApplicationBuilder(provider);
        app.UseRouting();
        app.UseMiddleware<Door>();
        EndpointDataSource? endpoints = null;
        app.UseEndpoints(routes =>
        {
            rooms.Map(routes.MapGroup("/desk"));
            endpoints = new CompositeEndpointDataSource(routes.DataSources);
        });
        provider.GetRequiredService<DeskMenu>().ReadFrom(endpoints!.Endpoints);
        return new Opened(provider, app.Build(), endpoints);
    }

    // The kind of fault and where, not its message: messages quote data.
    [LoggerMessage(1, LogLevel.Error, "The desk could not answer: {Fault} in {Place}.")]
    private static partial void Broken(ILogger log, string fault, string place);

    private sealed record Opened(ServiceProvider Services, RequestDelegate Answer, EndpointDataSource Endpoints);
}

/// <summary>What the rooms bring to the desk.</summary>
/// <param name="Furnish">Their parts, given the desk's own collection and the house's.</param>
/// <param name="Map">Their pages.</param>
internal sealed record DeskRooms(Action<IServiceCollection, IServiceProvider> Furnish, Action<RouteGroupBuilder> Map);
