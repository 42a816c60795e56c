using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Reading;

/// <summary>One link of a menu.</summary>
/// <param name="Language">Of its words, which may be the paper's on a page that speaks another.</param>
internal sealed record MenuLink(Sheet Sheet, string Title, SitePath Path, Language Language);
