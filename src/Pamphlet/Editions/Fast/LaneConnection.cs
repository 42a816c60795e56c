using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Pamphlet.Editions.Fast;

/// <summary>One reader's connection while it is in the fast lane.</summary>
internal sealed class LaneConnection
{
    private readonly ConnectionContext connection;

    public LaneConnection(ConnectionContext connection)
    {
        this.connection = connection;

        // What is encrypted goes through its pipe: the socket below would send it in the clear.
        Socket = connection.Features.Get<ITlsConnectionFeature>() is null
            ? connection.Features.Get<IConnectionSocketFeature>()?.Socket.SafeHandle
            : null;
    }

    public PipeReader Input => connection.Transport.Input;

    public PipeWriter Output => connection.Transport.Output;

    /// <summary>The socket itself, as long as everything before has left the pipe; null: use the pipe.</summary>
    public SafeSocketHandle? Socket { get; private set; }

    /// <summary>When the connection is ended unless something happens, by <see cref="LaneClock.Now"/>.</summary>
    public long Deadline { get; set; }

    /// <summary>From now on the order is the pipe's: bytes that wait in it must not be overtaken.</summary>
    public void UsePipe() => Socket = null;

    public void Abort() =>
        connection.Abort(new ConnectionAbortedException("A reader's connection was neither used nor closed."));
}
