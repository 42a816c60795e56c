using System.Text;

namespace Pamphlet.Onion;

/// <summary>One address that tor is to serve, and the socket of ours behind it.</summary>
/// <param name="Name">Of its folder.</param>
/// <param name="Clients">Who alone may find it: public keys, in base32. Empty: everybody.</param>
internal sealed record ServedOnion(string Name, OnionKey Key, string Socket, IReadOnlyList<string> Clients)
{
    // A visitor's circuit opens a stream a connection; a browser opens six.
    public const int MostStreams = 64;

    /// <summary>Writes the folder that tor reads; it lies in memory.</summary>
    /// <remarks>
    /// A folder, and not <c>ADD_ONION</c>: only so does tor tell circuits apart for us (<c>HiddenServiceExportCircuitID</c>).
    /// See <c>docs/decisions/0010-onion-by-folder.md</c>.
    /// </remarks>
    public void WriteTo(RunFolder run)
    {
        var folder = run.MakeFolder(Name);
        RunFolder.Write(Path.Combine(folder, "hs_ed25519_secret_key"), Tagged("secret", Key.Expand()));
        RunFolder.Write(Path.Combine(folder, "hs_ed25519_public_key"), Tagged("public", Key.PublicKey));
        WriteClients(run);
    }

    /// <summary>Writes who may find it; tor reads it again when it is told to reload.</summary>
    public void WriteClients(RunFolder run)
    {
        var folder = run.MakeFolder(Path.Combine(Name, "authorized_clients"));
        foreach (var old in Directory.EnumerateFiles(folder))
        {
            File.Delete(old);
        }

        foreach (var (place, client) in Clients.Index())
        {
            // No name of anybody: tor needs none.
            var file = Path.Combine(folder, $"{place}.auth");
            RunFolder.Write(file, Encoding.ASCII.GetBytes($"descriptor:x25519:{client.ToUpperInvariant()}\n"));
        }
    }

    /// <summary>The lines of the torrc.</summary>
    public string Lines(RunFolder run, bool hasWork) =>
        $"""
            HiddenServiceDir {run.At(Name)}
            HiddenServiceVersion 3
            HiddenServicePort 80 unix:{Socket}
            HiddenServiceExportCircuitID haproxy
            HiddenServiceMaxStreams {MostStreams}
            HiddenServiceMaxStreamsCloseCircuit 1
            {(
                hasWork
                    ? "HiddenServicePoWDefensesEnabled 1\nHiddenServicePoWQueueRate 50\nHiddenServicePoWQueueBurst 200"
                    : ""
            )}

            """;

    private static byte[] Tagged(string kind, ReadOnlySpan<byte> key)
    {
        var file = new byte[32 + key.Length];
        Encoding.ASCII.GetBytes($"== ed25519v1-{kind}: type0 ==", file);
        key.CopyTo(file.AsSpan(32));
        return file;
    }
}
