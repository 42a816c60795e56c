using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using RazorSlices;

namespace Pamphlet.Desk;

/// <summary>One request at the desk: who came, to which paper, with which form. Endpoints take it as a parameter.</summary>
internal sealed class Visit(DeskMenu menu, SaidNext saidNext)
{
    public const string LanguageField = "in";

    private HttpContext? context;
    private Publication? paper;
    private DeskForm? form;

    public bool HasEntered => context is not null;

    public HttpContext Context => context ?? throw new InvalidOperationException("Nobody came through the door.");

    /// <summary>Null: has not signed in. Endpoints that require an act have a <see cref="Editor"/>.</summary>
    public Visitor? Visitor { get; private set; }

    public Visitor Editor => Visitor ?? throw new InvalidOperationException("The endpoint is open to all.");

    public Publication Paper => paper ?? throw new InvalidOperationException("Nobody came through the door.");

    public Words.DeskWords Words { get; private set; } = Desk.Words.DeskLanguages.English;

    /// <summary>The language of the desk's own words on this page.</summary>
    public Language Language => Language.From(Words.Language);

    /// <summary>What was sent; its token was found good before an endpoint sees it.</summary>
    public DeskForm Form => form ?? throw new InvalidOperationException("Only a POST has a form.");

    /// <summary>The same, or null: it is a question.</summary>
    public DeskForm? Sent => form;

    /// <summary>What this browser alone knows: the session's token, or the door's.</summary>
    public string Secret { get; private set; } = "";

    public void Enter(HttpContext request, Publication to, Visitor? visitor, string secret)
    {
        (context, paper, Visitor, Secret) = (request, to, visitor, secret);
        var chosen = visitor is null ? request.Request.Query[LanguageField].ToString() : "";
        Speak(visitor?.Language ?? (Language.TryParse(chosen, out var language) ? language : to.Language));
    }

    /// <summary>Who is not known yet chooses a language by a link: <c>?in=vi</c>.</summary>
    public void Speak(Language language) => Words = Desk.Words.DeskLanguages.For(language);

    /// <summary>The same address in a language, or in the one that this page speaks.</summary>
    public string In(string path, Words.DeskWords? words = null) =>
        $"{path}?{LanguageField}={(words ?? Words).Language}";

    public string Date(DateOnly day) => Reading.Words.Phrasebooks.For(Language).Date(day);

    public void Bring(DeskForm sent) => form = sent;

    /// <summary>From now on this browser holds another secret: forms that follow are tied to it.</summary>
    public void HoldInstead(string secret) => Secret = secret;

    public string NewFormToken() => FormToken.Make(Secret);

    /// <summary>A page in the desk's frame.</summary>
    /// <param name="status">400 where a form comes back with complaints.</param>
    public DeskPage Page(string title, Func<RazorSlice> body, int status = StatusCodes.Status200OK) =>
        new(new DeskFrame(this, title, body), status);

    /// <summary>After a form was taken: the browser asks for another page, so that reloading it sends nothing twice.</summary>
    /// <param name="path">Begins with <c>/desk</c>.</param>
    /// <param name="said">One sentence that the next page begins with.</param>
    public IResult SeeOther(string path, string? said = null)
    {
        if (said is not null)
        {
            saidNext.Say(Secret, said);
        }

        return new SeeOtherResult(path);
    }

    public string? TakeSaid() => saidNext.Take(Secret);

    public IReadOnlyList<MenuLine> Menu => Visitor is null ? [] : menu.For(Visitor, Context.Request.Path, Words);

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            DeskHeaders.Set(httpContext.Response);
            return Task.CompletedTask;
        }
    }
}

/// <summary>One sentence for the next page of a browser. In memory: what somebody just did is nobody's row.</summary>
internal sealed class SaidNext
{
    private const int Most = 1000;

    private readonly LatestOnes<string> sentences = new(Most);

    public void Say(string secret, string sentence) => sentences.Keep(secret, sentence);

    public string? Take(string secret) => sentences.TryTake(secret, out var sentence) ? sentence : null;
}
