using Pamphlet.Desk;

namespace Pamphlet.Settings;

/// <summary>The pages of this room.</summary>
internal static class SettingsDesk
{
    public const int LargestLook = 256 * 1024;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("settings", ChangePaper.Show).Requires(Act.Settle).InMenu(60, words => words.Settings.Title);
        desk.MapPost("settings", ChangePaper.SaveAsync).Requires(Act.Settle);
        desk.MapGet("settings/look", ChangeLook.Show).Requires(Act.Settle);
        desk.MapPost("settings/look", ChangeLook.SaveAsync).Requires(Act.Settle).TakesUpTo(LargestLook);
        PreviewLook.Map(desk);
        desk.MapGet("settings/menu", ArrangeMenu.ShowAsync).Requires(Act.Settle);
        desk.MapPost("settings/menu", ArrangeMenu.SaveAsync).Requires(Act.Settle);
        desk.MapGet("settings/mentions", SettleMentions.Show).Requires(Act.Settle);
        desk.MapPost("settings/mentions", SettleMentions.SaveAsync).Requires(Act.Settle);
        desk.MapGet("settings/addresses", LeadAddresses.ShowAsync).Requires(Act.Settle);
        desk.MapPost("settings/addresses", LeadAddresses.AddAsync).Requires(Act.Settle);
        desk.MapPost("settings/addresses/remove", LeadAddresses.RemoveAsync).Requires(Act.Settle);
    }

    /// <summary>The parts of the settings that an editor may open, the one that is open marked.</summary>
    public static IEnumerable<(string Address, string Title, bool IsHere)> Parts(Visit visit, string here)
    {
        var words = visit.Words.Settings.Parts;
        yield return Part("settings", words.Paper, here.Length == 0);
        yield return Part("settings/look", words.Look, Is("look"));
        yield return Part("settings/menu", words.Menu, Is("menu"));
        yield return Part("settings/mentions", words.Mentions, Is("mentions"));
        yield return Part("settings/addresses", words.Addresses, Is("addresses"));
        if (visit.Editor.Acts.Has(Act.Moderate))
        {
            yield return Part("comments/settings", words.Comments, false);
        }

        bool Is(string part) => string.Equals(part, here, StringComparison.Ordinal);

        static (string, string, bool) Part(string path, string title, bool isHere) => ($"/desk/{path}", title, isHere);
    }
}
