using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Tests.Letters;

/// <summary>
/// How long the page takes for a wrong codename, one whose box is empty and one that has an answer. Each is asked as often as the
/// others, in an order that is drawn anew each round, so that what else the machine does meets all three alike; then the times are
/// compared by their ranks (Mann–Whitney). If there is no difference the test fails once in a million runs, on a slow machine too.
/// <c>PAMPHLET_TIMINGS=1000</c> asks that often, of a box of the usual size.
/// </summary>
public sealed class TimingTests
{
    // Fewer could not fail: sixteen of each lie 4.8 deviations apart at most.
    private const int FewTimes = 20;
    private const int FewSheets = 8;
    private const double OnceInAMillion = 4.8916;

    private static readonly string[] Kinds = ["wrong", "empty", "full"];

    private static int Times =>
        int.TryParse(
            Environment.GetEnvironmentVariable("PAMPHLET_TIMINGS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var wanted
        )
            ? wanted
            : FewTimes;

    [Fact]
    public async Task A_wrong_an_empty_and_a_full_codename_take_the_same_time()
    {
        await using var paper = await WritersPaper.StartAsync(
            sheets: Times > FewTimes ? Pamphlet.Letters.LetterBox.UsualSheets : FewSheets
        );
        var empty = (await paper.WriteAsync("Không ai trả lời.")).Codename();
        var full = (await paper.WriteAsync("Có người trả lời.")).Codename();
        paper.Answer(paper.Received().Single(letter => letter.Words.StartsWith('C')), "Cảm ơn bạn.");
        var times = Kinds.ToDictionary(kind => kind, _ => new List<double>(), StringComparer.Ordinal);

        // The first rounds are those of a program whose code is still being compiled.
        for (var round = -5; round < Times; round++)
        {
            var order = Kinds.ToArray();
            RandomNumberGenerator.Shuffle<string>(order);
            foreach (var kind in order)
            {
                var typed = kind switch
                {
                    "wrong" => Draw(),
                    "empty" => empty,
                    _ => full,
                };
                var took = await TimeAsync(paper, typed, isFull: kind == "full");
                times[kind].AddRange(round < 0 ? [] : [took]);
            }
        }

        (string, string)[] pairs = [("wrong", "empty"), ("wrong", "full"), ("empty", "full")];
        var compared = pairs.Select(pair => Ranks.Of(pair, times[pair.Item1], times[pair.Item2])).ToList();
        foreach (var line in compared)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(line.ToString());
        }

        Assert.All(compared, line => Assert.True(Math.Abs(line.Z) < OnceInAMillion, line.ToString()));
    }

    private static async Task<double> TimeAsync(WritersPaper paper, string codename, bool isFull)
    {
        paper.Paper.Time.Advance(TimeSpan.FromMinutes(1));
        var form = await paper.Paper.GetAsync("letter.html?back");
        var clock = Stopwatch.StartNew();
        var answer = await paper.PressAsync(form, "back", [("codename", codename)]);
        var took = clock.Elapsed.TotalMilliseconds;
        Assert.Equal(isFull, answer.Document.QuerySelector(".letter") is not null);
        return took;
    }

    private static string Draw()
    {
        using var drawn = Codename.Draw();
        return string.Join(' ', Enumerable.Range(0, Codename.Words).Select(drawn.Word));
    }

    /// <param name="Z">How many standard deviations the sum of ranks lies from where it lies when there is no difference.</param>
    /// <param name="Above">How often the second takes longer than the first: 0.5 when there is no difference.</param>
    /// <param name="Difference">Between the medians, in milliseconds.</param>
    private sealed record Ranks((string, string) Pair, double Z, double Above, double First, double Difference)
    {
        public static Ranks Of((string, string) pair, List<double> first, List<double> second)
        {
            double pairs = (double)first.Count * second.Count;
            var above = second.Sum(late =>
                first.Count(early => early < late) + (0.5 * first.Count(one => one == late))
            );
            var deviation = Math.Sqrt(pairs * (first.Count + second.Count + 1) / 12);
            return new Ranks(
                pair,
                (above - (pairs / 2)) / deviation,
                above / pairs,
                Median(first),
                Median(second) - Median(first)
            );
        }

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Pair.Item1} against {Pair.Item2}: median {First:F2} ms, the other {Difference:+0.00;-0.00} ms, longer in {100 * Above:F1} %, z = {Z:F2}"
            );

        private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }
}
