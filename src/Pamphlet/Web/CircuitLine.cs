using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Pamphlet.Web;

/// <summary>
/// The line that tor writes before a connection's first byte (<c>HiddenServiceExportCircuitID haproxy</c>): the PROXY protocol,
/// version 1, with the circuit's number where an address would be. It is taken off before anybody else reads.
/// </summary>
/// <remarks>A connection that begins otherwise is dropped: somebody who could write the line themselves would choose their number.</remarks>
internal sealed class CircuitLine(TimeProvider time)
{
    // The protocol's own bound, with its line end.
    private const int Longest = 107;

    // fc00:dead:beef:4dad::/96, as tor has it; the last 32 bits are the circuit.
    private static readonly byte[] TorsPrefix = [0xfc, 0, 0xde, 0xad, 0xbe, 0xef, 0x4d, 0xad, 0, 0, 0, 0];

    // tor writes it at once, and on the same machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly byte[] secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>Goes before everything else that reads the connection.</summary>
    public void Use(ListenOptions listen) => listen.Use(next => connection => RunAsync(connection, next));

    /// <returns>Null: no such line, or not tor's.</returns>
    public static uint? Parse(ReadOnlySpan<byte> line)
    {
        if (Ascii(line) is not { } text)
        {
            return null;
        }

        var parts = text.Split(' ');
        if (
            parts is not ["PROXY", "TCP6", var from, var to, var fromPort, var toPort]
            || !IPAddress.TryParse(from, out var circuit)
            || circuit.AddressFamily != AddressFamily.InterNetworkV6
            || !IPAddress.TryParse(to, out _)
            || !IsPort(fromPort)
            || !IsPort(toPort)
        )
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[16];
        _ = circuit.TryWriteBytes(bytes, out _);
        return bytes[..12].SequenceEqual(TorsPrefix) ? BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]) : null;
    }

    private async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (await ReadAsync(connection) is { } number)
        {
            connection.Features.Set(new Circuit(Mixed(number)));
            await next(connection);
        }
        else
        {
            connection.Abort(new ConnectionAbortedException("A connection did not begin as tor's do."));
        }
    }

    private async Task<uint?> ReadAsync(ConnectionContext connection)
    {
        using var late = new CancellationTokenSource(Patience, time);
        var input = connection.Transport.Input;
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(late.Token);
                if (EndOfLine(read.Buffer) is { } end)
                {
                    var circuit = Parse(read.Buffer.Slice(0, end).ToArray());
                    input.AdvanceTo(read.Buffer.GetPosition(2, end));
                    return circuit;
                }

                if (read.IsCompleted || read.IsCanceled || read.Buffer.Length >= Longest)
                {
                    input.AdvanceTo(read.Buffer.Start);
                    return null;
                }

                input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private static SequencePosition? EndOfLine(in ReadOnlySequence<byte> read)
    {
        var reader = new SequenceReader<byte>(read);
        return reader.TryReadTo(out ReadOnlySequence<byte> line, "\r\n"u8) && line.Length <= Longest - 2
            ? line.End
            : null;
    }

    private long Mixed(uint circuit)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, circuit);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, number, mac);
        return BinaryPrimitives.ReadInt64BigEndian(mac);
    }

    private static string? Ascii(ReadOnlySpan<byte> line) =>
        line.Length <= Longest - 2 && System.Text.Ascii.IsValid(line) ? Encoding.ASCII.GetString(line) : null;

    private static bool IsPort(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
