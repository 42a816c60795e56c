using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Onion;

/// <summary>
/// A folder in memory for as long as the paper is served: the sockets between tor and us, and the form of the key in which tor
/// wants it. It is emptied at each start, and gone when the machine is off.
/// </summary>
internal sealed class RunFolder
{
    private const UnixFileMode Ours = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private RunFolder(string path)
    {
        Path = path;
    }

    public string Path { get; }

    /// <summary>Where our web server listens for the public address.</summary>
    public string WebSocket => At("web");

    /// <summary>Where it listens for the editors' address.</summary>
    public string DeskSocket => At("desk");

    public string ControlSocket => At("control");

    public string Cookie => At("cookie");

    public string Socks => At("socks");

    public string Torrc => At("torrc");

    /// <returns>Null: no folder of this machine is in memory.</returns>
    /// <param name="data">The paper's folder, which one process alone serves.</param>
    /// <param name="environment">What systemd and the session say: <c>RUNTIME_DIRECTORY</c>, <c>XDG_RUNTIME_DIR</c>.</param>
    public static RunFolder? Make(string data, Func<string, string?> environment)
    {
        string?[] places = [environment("RUNTIME_DIRECTORY"), environment("XDG_RUNTIME_DIR"), "/dev/shm"];
        var place = places.FirstOrDefault(place => place is { Length: > 0 } && IsInMemory(place));
        if (place is null)
        {
            return null;
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)))[..12];
        var folder = new RunFolder(System.IO.Path.Combine(place, $"pamphlet-{name}"));
        folder.Remove();
        Directory.CreateDirectory(folder.Path, Ours);
        return folder;
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string MakeFolder(string name) => Directory.CreateDirectory(At(name), Ours).FullName;

    /// <summary>Writes a file that only we can read.</summary>
    public static void Write(string file, ReadOnlySpan<byte> content)
    {
        using var written = new FileStream(
            file,
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );
        written.Write(content);
    }

    public void Remove()
    {
        // Somebody else's folder of that name, or a link, is not followed and not used.
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static bool IsInMemory(string place) =>
        Directory.Exists(place) && new DriveInfo(place).DriveFormat is "tmpfs" or "ramfs";
}
