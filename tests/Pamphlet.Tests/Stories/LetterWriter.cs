using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>Somebody who writes to the editors from a borrowed phone: a keyboard, a browser without scripts, and a piece of paper.</summary>
internal sealed class LetterWriter(KeyboardTab tab, Uri paper)
{
    /// <summary>Writes, and puts the ten words down on paper.</summary>
    public async Task<string[]> WriteAsync(string letter)
    {
        await tab.ArriveAsync(new Uri(paper, "letter.html"));
        await tab.ReachAsync("Write a letter");
        await tab.FollowAsync("Write a letter");
        await tab.ReachAsync("Your letter");
        await tab.TypeAsync(letter);
        await tab.ReachAsync("Seal and send");
        await tab.FollowAsync("Your letter is sealed");
        var words = await tab.AskAsync(
            "Array.from(document.querySelectorAll('ol.code li'), word => word.textContent).join(' ')"
        );
        return words.Split(' ');
    }

    /// <summary>Types three of them from the paper, one wrongly at first.</summary>
    /// <returns>What the page said of the wrong one.</returns>
    public async Task<string> CheckAsync(string[] codename)
    {
        await tab.ReachAsync("I have written them down");
        await tab.FollowAsync("Three of your words");
        var asked = (
            await tab.AskAsync("Array.from(document.querySelectorAll('main label'), one => one.textContent).join()")
        )
            .Split(',')
            .Select(label => int.Parse(label.Trim()["Word ".Length..], null))
            .ToArray();
        await TypeAsync(asked[0], codename[asked[1] - 1]);
        await TypeAsync(asked[1], codename[asked[1] - 1]);
        await TypeAsync(asked[2], codename[asked[2] - 1]);
        await tab.ReachAsync("Check");
        await tab.FollowAsync("Three of your words");
        var said = await tab.AskAsync(
            "Array.from(document.querySelectorAll('.fault'), one => one.textContent.trim()).join(' ')"
        );
        foreach (var place in asked)
        {
            await TypeAsync(place, codename[place - 1]);
        }

        await tab.ReachAsync("Check");
        await tab.FollowAsync("Your ten words are right");
        return said;
    }

    /// <summary>Comes back with what stands on the paper.</summary>
    /// <returns>What lies there, or what the page says of it.</returns>
    public async Task<string> ComeBackAsync(string[] codename)
    {
        await tab.ArriveAsync(new Uri(paper, "letter.html"));
        await tab.ReachAsync("Read the answer to a letter");
        await tab.FollowAsync("Read the answer");
        await tab.ReachAsync("Your ten words");
        await tab.TypeAsync(string.Join(' ', codename));
        await tab.ReachAsync("Look");
        await tab.FollowAsync("Read the answer");
        return await tab.AskAsync("(document.querySelector('.letter, [role=status]') || document.body).textContent");
    }

    /// <summary>Has what was found destroyed.</summary>
    public async Task DestroyAsync()
    {
        await tab.ReachAsync("Destroy what lies here");
        await tab.FollowAsync("Destroyed");
    }

    private async Task TypeAsync(int place, string word)
    {
        await tab.ReachAsync($"Word {place}");
        await tab.AskAsync("(field => field.value = '')(document.activeElement)");
        await tab.TypeAsync(word);
    }
}
