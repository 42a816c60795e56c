using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Tests.Desk;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Tests.Writing;

/// <summary>Steps that tests of this room share: a text begun, saved, looked at in the database.</summary>
internal static class WritingSteps
{
    public static Task<DeskBrowser> SignInEditorAsync(this TestDesk desk) =>
        desk.SignInAsync(Act.Write, Act.Edit, Act.Settle);

    /// <returns>Its address on the desk.</returns>
    public static async Task<string> BeginAsync(this DeskBrowser editor, string title, string kind = "post")
    {
        var begun = await editor.PostAsync("/desk/texts", ("title", title), ("kind", kind), ("language", "en"));
        Assert.Equal(303, begun.Status);
        return begun.Location!;
    }

    /// <summary>Opens the page for writing and sends its form back with these words.</summary>
    public static async Task<DeskAnswer> WriteAsync(this DeskBrowser editor, string address, string words)
    {
        var page = await editor.GetAsync(address);
        return await editor.SendBackAsync(address, page, words);
    }

    /// <summary>Sends the form of a page that was opened before.</summary>
    public static Task<DeskAnswer> SendBackAsync(
        this DeskBrowser editor,
        string address,
        DeskAnswer page,
        string words
    ) =>
        editor.PostAsync(
            address,
            ("opened", page.Value("opened")),
            ("sitting", page.Value("sitting")),
            ("title", page.Value("title")),
            ("subtitle", page.Value("subtitle")),
            ("summary", page.Value("summary")),
            ("words", words),
            ("save", "1")
        );

    /// <summary>Presses «Publish now», or «Put it in the public text's place».</summary>
    public static async Task<DeskAnswer> PublishAsync(
        this DeskBrowser editor,
        string address,
        params (string, string)[] fields
    )
    {
        var page = await editor.GetAsync($"{address}/publish");
        return await editor.PostAsync($"{address}/publish", [("opened", page.Value("opened")), .. fields]);
    }

    /// <summary>Adds a picture to a text.</summary>
    public static async Task<DeskAnswer> UploadAsync(this DeskBrowser editor, string text, byte[] picture)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(FormToken.Make(editor.Cookie(DeskCookie.Session)!)), FormToken.Field },
            { new StringContent("Two people at a table"), "alt" },
            { new StringContent("Mai"), "credit" },
            { new ByteArrayContent(picture), "file", "Nguyễn Văn A.jpg" },
        };
        return await editor.SendAsync(HttpMethod.Post, $"{text}/pictures", form);
    }

    public static async Task<Post> PostAtAsync(this TestDesk desk, string address)
    {
        await using var database = desk.Database.Open();
        var id = IdOf(address);
        return await database.Set<Post>().AsNoTracking().SingleAsync(post => post.Id == id, TestDesk.Cancel);
    }

    public static PostId IdOf(string address) => TextAddress.Read(address.Split('/')[3])!.Value;
}
