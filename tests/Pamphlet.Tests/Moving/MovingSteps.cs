using System.Text;
using Pamphlet.Desk;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Moving;

/// <summary>What an editor does whose paper moves in.</summary>
internal static class MovingSteps
{
    public static Task<DeskAnswer> UploadAsync(this DeskBrowser browser, string export) =>
        browser.UploadAsync(Encoding.UTF8.GetBytes(export));

    public static async Task<DeskAnswer> UploadAsync(this DeskBrowser browser, byte[] export)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(FormToken.Make(browser.Cookie(DeskCookie.Session)!)), FormToken.Field },
            { new ByteArrayContent(export), "export", "Mai's paper.xml" },
        };
        return await browser.SendAsync(HttpMethod.Post, "/desk/moving", form);
    }

    /// <summary>The page once nothing is under way; it asks again as a browser does, without its patience.</summary>
    public static async Task<DeskAnswer> AfterItAsync(this DeskBrowser browser)
    {
        while (true)
        {
            var page = await browser.GetAsync("/desk/moving");
            if (!page.Raw.Headers.Contains("Refresh"))
            {
                return page;
            }
        }
    }
}
