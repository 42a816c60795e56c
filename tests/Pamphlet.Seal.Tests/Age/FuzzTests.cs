using System.Text;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Tests.Age;

/// <summary>A short walk of the fuzzer; <c>bench/fuzz</c> has the long one.</summary>
public sealed class FuzzTests
{
    // bench/fuzz asks for more; then each run also begins elsewhere.
    private static readonly int Executions = int.TryParse(
        Environment.GetEnvironmentVariable("PAMPHLET_FUZZ"),
        System.Globalization.CultureInfo.InvariantCulture,
        out var asked
    )
        ? asked
        : 30_000;

    private static readonly ulong Start = ulong.TryParse(
        Environment.GetEnvironmentVariable("PAMPHLET_FUZZ_START"),
        System.Globalization.CultureInfo.InvariantCulture,
        out var named
    )
        ? named
        : 20261122;

    [Fact]
    public void Whatever_the_bytes_are_a_file_opens_or_is_refused()
    {
        using var curve = X25519Identity.Create();
        using var hybrid = HybridIdentity.Create();
        byte[][] seeds =
        [
            Sealing.Seal("a text"u8, curve.Recipient),
            Sealing.Seal("a text"u8, hybrid.Recipient),
            Sealing.Armoured(Sealing.Seal("a text"u8, curve.Recipient)),
        ];
        var dice = new Mutation(Start);

        for (var i = 0; i < Executions; i++)
        {
            var file = dice.Change(seeds[i % seeds.Length]);
            Stream input = new MemoryStream(file);
            try
            {
                using var reader = AgeReader.Open(
                    ArmorReader.Begins(file) ? new ArmorReader(input) : input,
                    curve,
                    hybrid
                );
                reader.CopyTo(Stream.Null);
            }
            catch (AgeRefusedException)
            {
                // The only way to say no.
            }
        }
    }

    [Fact]
    public void Whatever_the_letters_are_a_key_is_one_or_is_none()
    {
        using var curve = X25519Identity.Create();
        var dice = new Mutation(Start + 1);
        byte[][] seeds = [Encoding.ASCII.GetBytes(curve.Reveal()), Encoding.ASCII.GetBytes(curve.Recipient.ToString())];

        for (var i = 0; i < Executions; i++)
        {
            var text = Encoding.Latin1.GetString(dice.Change(seeds[i % 2]));
            AgeRecipient.TryRead(text, out _);
            AgeIdentity.TryRead(text, out _);
        }
    }
}
