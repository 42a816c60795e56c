using System.Security.Cryptography;
using System.Text.Json;
using NSec.Cryptography;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Tests.Age;

/// <summary>What the letters stand on, asked every question that broke somebody once. How many there are is part of the test.</summary>
public sealed class WycheproofTests
{
    [Fact]
    public void X25519_agrees_on_secrets() =>
        Run(
            "x25519_test",
            518,
            (_, test) =>
            {
                using var key = Key.Import(
                    KeyAgreementAlgorithm.X25519,
                    Bytes(test, "private"),
                    KeyBlobFormat.RawPrivateKey
                );
                var open = new SharedSecretCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
                using var secret = KeyAgreementAlgorithm.X25519.Agree(
                    key,
                    NSec.Cryptography.PublicKey.Import(
                        KeyAgreementAlgorithm.X25519,
                        Bytes(test, "public"),
                        KeyBlobFormat.RawPublicKey
                    ),
                    open
                );
                var expected = Bytes(test, "shared");
                // A secret of zeros is everybody's: refusing it is what age demands.
                return secret is null
                    ? expected.All(value => value == 0)
                    : secret.Export(SharedSecretBlobFormat.RawSharedSecret).AsSpan().SequenceEqual(expected);
            }
        );

    [Fact]
    public void Ed25519_knows_good_signatures() =>
        Run(
            "ed25519_test",
            151,
            (group, test) =>
            {
                var key = NSec.Cryptography.PublicKey.Import(
                    SignatureAlgorithm.Ed25519,
                    Bytes(group.GetProperty("publicKey"), "pk"),
                    KeyBlobFormat.RawPublicKey
                );
                var isGood = SignatureAlgorithm.Ed25519.Verify(key, Bytes(test, "msg"), Bytes(test, "sig"));
                return isGood == IsValid(test);
            }
        );

    [Fact]
    public void The_cipher_of_chunks() =>
        Run(
            "chacha20_poly1305_test",
            325,
            (_, test) =>
            {
                if (Bytes(test, "iv").Length != 12 || Bytes(test, "key").Length != 32)
                {
                    return !IsValid(test);
                }

                using var cipher = new System.Security.Cryptography.ChaCha20Poly1305(Bytes(test, "key"));
                var text = new byte[Bytes(test, "ct").Length];
                try
                {
                    cipher.Decrypt(Bytes(test, "iv"), Bytes(test, "ct"), Bytes(test, "tag"), text, Bytes(test, "aad"));
                    return IsValid(test) && text.AsSpan().SequenceEqual(Bytes(test, "msg"));
                }
                catch (CryptographicException)
                {
                    return !IsValid(test);
                }
            }
        );

    [Fact]
    public void The_cipher_with_long_nonces() =>
        Run(
            "xchacha20_poly1305_test",
            315,
            (_, test) =>
            {
                var algorithm = AeadAlgorithm.XChaCha20Poly1305;
                if (Bytes(test, "iv").Length != algorithm.NonceSize)
                {
                    return !IsValid(test);
                }

                using var key = Key.Import(algorithm, Bytes(test, "key"), KeyBlobFormat.RawSymmetricKey);
                byte[] both = [.. Bytes(test, "ct"), .. Bytes(test, "tag")];
                var text = algorithm.Decrypt(key, Bytes(test, "iv"), Bytes(test, "aad"), both);
                return text is null ? !IsValid(test) : IsValid(test) && text.AsSpan().SequenceEqual(Bytes(test, "msg"));
            }
        );

    [Fact]
    public void HKDF_derives_keys() =>
        Run(
            "hkdf_sha256_test",
            86,
            (_, test) =>
            {
                var size = test.GetProperty("size").GetInt32();
                try
                {
                    var key = HKDF.DeriveKey(
                        HashAlgorithmName.SHA256,
                        Bytes(test, "ikm"),
                        size,
                        Bytes(test, "salt"),
                        Bytes(test, "info")
                    );
                    return IsValid(test) && key.AsSpan().SequenceEqual(Bytes(test, "okm"));
                }
                catch (ArgumentOutOfRangeException)
                {
                    return !IsValid(test);
                }
            }
        );

    [Fact]
    public void HMAC_authenticates_a_message() =>
        Run(
            "hmac_sha256_test",
            174,
            (group, test) =>
            {
                var mac = HMACSHA256.HashData(Bytes(test, "key"), Bytes(test, "msg"));
                var length = group.GetProperty("tagSize").GetInt32() / 8;
                return mac.AsSpan(0, length).SequenceEqual(Bytes(test, "tag")) == IsValid(test);
            }
        );

    [Fact]
    public void ML_KEM_keys_of_seeds() =>
        Run(
            "mlkem_768_keygen_seed_test",
            100,
            (_, test) => MlKem.KeyPair(Bytes(test, "seed")).Public.AsSpan().SequenceEqual(Bytes(test, "ek"))
        );

    [Fact]
    public void ML_KEM_encapsulation_refuses_keys_that_mean_nothing() =>
        Run(
            "mlkem_768_encaps_test",
            265,
            (_, test) =>
                MlKem.Encapsulate(Bytes(test, "ek"), Bytes(test, "m")) is not var (c, k)
                    ? !IsValid(test)
                    : IsValid(test) && c.SequenceEqual(Bytes(test, "c")) && k.SequenceEqual(Bytes(test, "K"))
        );

    [Fact]
    public void ML_KEM_opens_what_it_sealed() =>
        Run(
            "mlkem_768_test",
            193,
            (_, test) =>
            {
                // A seed or ciphertext of another length cannot be given to X-Wing at all: its stanza is refused before.
                if (Bytes(test, "seed").Length != 64 || Bytes(test, "c").Length != 1088)
                {
                    return !IsValid(test);
                }

                var secret = MlKem.Decapsulate(Bytes(test, "c"), MlKem.KeyPair(Bytes(test, "seed")).Secret);
                return IsValid(test) == secret.AsSpan().SequenceEqual(Bytes(test, "K"));
            }
        );

    [Fact]
    public void ML_KEM_decapsulation_with_expanded_keys() =>
        Run(
            "mlkem_768_semi_expanded_decaps_test",
            9,
            (_, test) =>
            {
                // Our keys are seeds: what an expanded one may look like never meets a stranger. The valid ones must agree.
                if (!IsValid(test))
                {
                    return true;
                }

                var secret = MlKem.Decapsulate(Bytes(test, "c"), Bytes(test, "dk"));
                return !test.TryGetProperty("K", out _) || secret.AsSpan().SequenceEqual(Bytes(test, "K"));
            }
        );

    private static void Run(string file, int count, Func<JsonElement, JsonElement, bool> isRight)
    {
        var json = File.ReadAllBytes(Path.Combine(TestVectors.Folder("wycheproof"), $"{file}.json"));
        var tests = (
            from test in JsonSerializer.Deserialize<JsonElement>(json).GetProperty("testGroups").EnumerateArray()
            from one in test.GetProperty("tests").EnumerateArray()
            select (Group: test, Test: one)
        ).ToList();

        var wrong = tests
            .Where(pair => !isRight(pair.Group, pair.Test))
            .Select(pair => pair.Test.GetProperty("tcId").GetInt32());

        Assert.Empty(wrong);
        Assert.Equal(count, tests.Count);
    }

    private static bool IsValid(JsonElement test) => test.GetProperty("result").GetString() == "valid";

    private static byte[] Bytes(JsonElement from, string name) =>
        Convert.FromHexString(from.GetProperty(name).GetString()!);
}
