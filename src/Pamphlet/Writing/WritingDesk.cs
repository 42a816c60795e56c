using Pamphlet.Editions;
using Pamphlet.Writing.NeverPublish;
using Pamphlet.Writing.Pages;
using Pamphlet.Writing.Reviewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing;

/// <summary>The pages of this room, and its parts.</summary>
internal static class WritingDesk
{
    /// <summary>The longest text, in bytes of UTF-8; a form doubles and trebles letters of other scripts.</summary>
    public const int LongestForm = 8 * 1024 * 1024;

    public static void Map(RouteGroupBuilder desk)
    {
        ListTexts.Map(desk);
        WriteText.Map(desk);
        UnsavedWords.Map(desk);
        ShowPreview.Map(desk);
        TextDetails.Map(desk);
        AddPicture.Map(desk);
        CoverFaces.Map(desk);
        ReviewText.Map(desk);
        PublishPage.Map(desk);
        WithdrawPage.Map(desk);
        ThrowAwayPage.Map(desk);
        TextRevisions.Map(desk);
        SecretLink.Map(desk);
        PenNamesPage.Map(desk);
        NeverPublishPage.Map(desk);
        WritingScript.Map(desk);
    }

    public static void Furnish(IServiceCollection desk, IServiceProvider house)
    {
        desk.AddSingleton(house.GetRequiredService<Press>());
        desk.AddSingleton<OpenTexts>();
        desk.AddSingleton<OpenLists>();
        desk.AddSingleton<Hands>();
    }
}
