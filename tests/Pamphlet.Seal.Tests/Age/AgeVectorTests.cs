using System.Security.Cryptography;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Tests.Age;

public sealed class AgeVectorTests
{
    [Fact]
    public void Each_file_of_the_public_test_kit_opens_or_is_refused_as_it_says()
    {
        var vectors = AgeVector.All();

        var wrong = vectors
            .Select(vector => (vector.Name, vector.Expected, Found: Outcome(vector)))
            .Where(result => result.Found != result.Expected)
            .ToList();

        Assert.Equal(AgeVector.Count, vectors.Count);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task They_do_so_too_where_the_stream_gives_one_byte_at_a_time_and_late()
    {
        var small = AgeVector.All().Where(vector => vector.File.Length < 200_000).ToList();

        var wrong = new List<string>();
        foreach (var vector in small)
        {
            if (await OutcomeOfDropsAsync(vector) != vector.Expected)
            {
                wrong.Add(vector.Name);
            }
        }

        Assert.True(small.Count > 120);
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_stranger_learns_from_parsing_alone_whether_it_is_an_age_file()
    {
        var plain = AgeVector.All().Where(vector => !vector.Said["armored"].Any()).ToList();

        var taken = plain.Where(vector => AgeHeader.TryRead(vector.File, out _, out _)).ToList();

        Assert.All(plain.Where(vector => vector.Expected == "success"), vector => Assert.Contains(vector, taken));
        Assert.False(AgeHeader.TryRead("-----BEGIN PGP MESSAGE-----\n"u8, out _, out var refusal));
        Assert.Equal(AgeRefusal.NotAge, refusal);
    }

    private static string Outcome(AgeVector vector)
    {
        using var released = new MemoryStream();
        string outcome;
        try
        {
            using var reader = AgeReader.Open(vector.Open(), vector.Identities());
            reader.CopyTo(released, 1000);
            outcome = "success";
        }
        catch (AgeRefusedException refused)
        {
            outcome = Word(refused.Refusal);
        }

        return Checked(vector, outcome, released);
    }

    private static async Task<string> OutcomeOfDropsAsync(AgeVector vector)
    {
        using var released = new MemoryStream();
        string outcome;
        try
        {
            await using var reader = await AgeReader.OpenAsync(new Drops(vector.Open()), vector.Identities(), default);
            await reader.CopyToAsync(released);
            outcome = "success";
        }
        catch (AgeRefusedException refused)
        {
            outcome = Word(refused.Refusal);
        }

        return Checked(vector, outcome, released);
    }

    private static string Checked(AgeVector vector, string outcome, MemoryStream released)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(released.ToArray()));
        var isRight = vector.Said["payload"].All(expected => expected == hash);
        return isRight ? outcome : $"{outcome}, but it released {released.Length} other bytes";
    }

    private static string Word(AgeRefusal refusal) =>
        refusal switch
        {
            AgeRefusal.Armor => "armor failure",
            AgeRefusal.NotAge or AgeRefusal.Header or AgeRefusal.Stanza or AgeRefusal.TooMuchWork => "header failure",
            AgeRefusal.NoIdentityFits => "no match",
            AgeRefusal.HeaderChanged => "HMAC failure",
            _ => "payload failure",
        };
}
