using Pamphlet.Posts;
using Pamphlet.Reading;

namespace Pamphlet.Tests.Reading;

public sealed class SamplePaperTests
{
    [Fact]
    public void The_sample_has_thirty_texts_in_three_languages_and_two_pages()
    {
        Assert.Equal(30, SamplePaper.Catalogue.Posts.Count);
        Assert.Equal(2, SamplePaper.Catalogue.Pages.Count);
        Assert.Equal(3, SamplePaper.Catalogue.ByLanguage.Keys.Count);
    }

    /// <summary>Writes the site where <c>PAMPHLET_SAMPLE</c> says, for whoever wants to look at it.</summary>
    [Fact]
    public void The_sample_can_be_written_whole()
    {
        var named = Environment.GetEnvironmentVariable("PAMPHLET_SAMPLE");
        var folder = named ?? Directory.CreateTempSubdirectory("pamphlet-sample-").FullName;
        try
        {
            SamplePaper.WriteTo(folder);

            Assert.All(
                SitePlan.Everything(SamplePaper.Catalogue),
                plan => Assert.NotEqual(0, new FileInfo(Path.Combine(folder, plan.Path.Value)).Length)
            );
        }
        finally
        {
            if (named is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
