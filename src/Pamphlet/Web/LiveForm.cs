namespace Pamphlet.Web;

/// <summary>
/// Marks the endpoint of a form that has a twin in the edition: <c>comment.html</c>. A copy of the edition answers with its twin,
/// which says what to do without a server; here the form answers whatever asks more than the plain page.
/// </summary>
internal sealed class LiveForm
{
    private static readonly LiveForm Mark = new();

    private LiveForm() { }

    public static bool Answers(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<LiveForm>() is not null
        && (context.Request.QueryString.HasValue || !IsPlain(context.Request.Method));

    internal static void MarkOn(IEndpointConventionBuilder endpoint) => endpoint.WithMetadata(Mark);

    private static bool IsPlain(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}

internal static class LiveForms
{
    /// <summary>Lets this endpoint answer before the edition's page of the same address, where a question or a form comes with it.</summary>
    public static TBuilder BeforeTheEdition<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        LiveForm.MarkOn(endpoint);
        return endpoint;
    }
}
