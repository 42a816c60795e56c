using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Pamphlet.Editions.Fast;

/// <summary>The fast lane's second hand: it writes the date, and ends connections that keep a place without using it.</summary>
internal sealed class LaneClock : IDisposable
{
    private readonly ConcurrentDictionary<LaneConnection, bool> connections = new();
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private volatile byte[] date;
    private long now;

    public LaneClock(TimeProvider time)
    {
        this.time = time;
        date = DateLine(time.GetUtcNow());
        var second = TimeSpan.FromSeconds(1);
        timer = time.CreateTimer(_ => Tick(), state: null, second, second);
    }

    /// <summary>The end of every head: a line end, the <c>Date</c> line, the empty line.</summary>
    public ReadOnlySpan<byte> Date => date;

    /// <summary>In seconds, from when the lane opened.</summary>
    public long Now => Volatile.Read(ref now);

    /// <summary>How many connections are in the lane.</summary>
    public int Count => connections.Count;

    public void Add(LaneConnection connection) => connections.TryAdd(connection, value: true);

    public void Remove(LaneConnection connection) => connections.TryRemove(connection, out _);

    public void Dispose() => timer.Dispose();

    private static byte[] DateLine(DateTimeOffset moment) =>
        Encoding.ASCII.GetBytes($"\r\nDate: {moment.ToString("R", CultureInfo.InvariantCulture)}\r\n\r\n");

    private void Tick()
    {
        var second = Interlocked.Increment(ref now);
        date = DateLine(time.GetUtcNow());
        foreach (var (connection, _) in connections)
        {
            if (connection.Deadline < second)
            {
                connection.Abort();
            }
        }
    }
}
