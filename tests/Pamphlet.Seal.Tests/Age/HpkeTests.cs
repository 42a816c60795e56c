using System.Text.Json;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Tests.Age;

public sealed class HpkeTests
{
    private const int HkdfSha256 = 1;
    private const int XWingKem = 0x647a;
    private const int ChaCha = 3;

    [Fact]
    public void The_key_schedule_is_that_of_every_public_vector_with_our_hash()
    {
        var vectors = Vectors().Where(vector => Number(vector, "kdf_id") == HkdfSha256).ToList();

        foreach (var vector in vectors)
        {
            var key = new byte[Bytes(vector, "key").Length];
            var nonce = new byte[12];
            var exporter = new byte[32];
            Hpke.Schedule(Suite(vector), Bytes(vector, "shared_secret"), Bytes(vector, "info"), key, nonce, exporter);
            Assert.Equal(Bytes(vector, "key"), key);
            Assert.Equal(Bytes(vector, "base_nonce"), nonce);
            Assert.Equal(Bytes(vector, "exporter_secret"), exporter);
        }

        Assert.Equal(4, vectors.Count);
    }

    [Fact]
    public void X_Wing_makes_the_keys_and_secrets_of_every_public_vector()
    {
        var vectors = Vectors().Where(vector => Number(vector, "kem_id") == XWingKem).ToList();

        foreach (var vector in vectors)
        {
            var seed = Bytes(vector, "skRm");
            var secret = new byte[XWing.SharedSecretBytes];
            Assert.Equal(Bytes(vector, "pkRm"), XWing.PublicKey(seed));
            Assert.True(XWing.TryDecapsulate(Bytes(vector, "enc"), seed, secret));
            Assert.Equal(Bytes(vector, "shared_secret"), secret);

            var encapsulated = new byte[XWing.EncapsulatedBytes];
            Sodium.XWingEncapsulateFrom(encapsulated, secret, Bytes(vector, "pkRm"), Bytes(vector, "ikmE"));
            Assert.Equal(Bytes(vector, "enc"), encapsulated);
            Assert.Equal(Bytes(vector, "shared_secret"), secret);
        }

        Assert.Equal(2, vectors.Count);
    }

    [Fact]
    public void Messages_of_our_suite_open()
    {
        var vector = Vectors().Single(one => (Number(one, "kem_id"), Number(one, "kdf_id")) == (XWingKem, HkdfSha256));
        var messages = vector.GetProperty("encryptions").EnumerateArray().ToList();

        foreach (var message in messages)
        {
            using var cipher = new System.Security.Cryptography.ChaCha20Poly1305(Bytes(vector, "key"));
            var ct = Bytes(message, "ct");
            var text = new byte[ct.Length - 16];
            cipher.Decrypt(Bytes(message, "nonce"), ct.AsSpan(..^16), ct.AsSpan(^16..), text, Bytes(message, "aad"));
            Assert.Equal(Bytes(message, "pt"), text);
        }

        Assert.Equal(ChaCha, Number(vector, "aead_id"));
        Assert.Equal(10, messages.Count);
    }

    private static List<JsonElement> Vectors()
    {
        var file = File.ReadAllBytes(Path.Combine(TestVectors.Folder("hpke"), "hpke-pq.json"));
        var all = JsonSerializer.Deserialize<JsonElement>(file).EnumerateArray().ToList();
        Assert.Equal(13, all.Count);
        return all;
    }

    private static byte[] Suite(JsonElement vector) =>
        Hpke.Suite(
            (ushort)Number(vector, "kem_id"),
            (ushort)Number(vector, "kdf_id"),
            (ushort)Number(vector, "aead_id")
        );

    private static int Number(JsonElement vector, string name) => vector.GetProperty(name).GetInt32();

    private static byte[] Bytes(JsonElement vector, string name) =>
        Convert.FromHexString(vector.GetProperty(name).GetString()!);
}
