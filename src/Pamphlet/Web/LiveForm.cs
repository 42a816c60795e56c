namespace Pamphlet.Web;

/// <summary>
/// Marks the endpoint of a form that has a twin in the edition: <c>comment.html</c>. A copy of the edition answers with its twin,
/// which says what to do without a server; here the form answers whatever asks more than the plain page.
/// </summary>
internal sealed class LiveForm
{
    private readonly Func<IQueryCollection, bool> isAsked;

    private LiveForm(Func<IQueryCollection, bool> isAsked)
    {
        this.isAsked = isAsked;
    }

    public static bool Answers(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<LiveForm>() is { } form
        && (
            context.Request.QueryString.HasValue
                ? form.isAsked(context.Request.Query)
                : !IsPlain(context.Request.Method)
        );

    internal static void MarkOn(IEndpointConventionBuilder endpoint, Func<IQueryCollection, bool> isAsked) =>
        endpoint.WithMetadata(new LiveForm(isAsked));

    private static bool IsPlain(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}

internal static class LiveForms
{
    /// <summary>Lets this endpoint answer before the edition's page of the same address, where a question or a form comes with it.</summary>
    public static TBuilder BeforeTheEdition<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.BeforeTheEdition(_ => true);

    /// <summary>The same for some questions; any other is the edition's to answer.</summary>
    public static TBuilder BeforeTheEdition<TBuilder>(this TBuilder endpoint, Func<IQueryCollection, bool> isAsked)
        where TBuilder : IEndpointConventionBuilder
    {
        LiveForm.MarkOn(endpoint, isAsked);
        return endpoint;
    }
}
