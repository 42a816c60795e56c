using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Pamphlet.Letters;

/// <summary>
/// What stands before the sheets: in which week each was opened, 0 where it is free. Two copies are written in turn, each with its
/// checksum, so that a power cut in the middle of one leaves the other.
/// </summary>
internal sealed class MailbagHead
{
    /// <summary>Bytes of both copies: a slot's, so that slots begin at round places.</summary>
    public const int Bytes = 64 * 1024;

    public const int MostSheets = 4096;

    private const int CopyBytes = Bytes / 2;

    // Enough to say which of two neighbours is the newer; a number that grew for ever would count what happened.
    private const ulong Turns = 4;

    private const int TurnAt = 32;
    private const int CountAt = 40;
    private const int WeeksAt = 64;

    private readonly ushort[] weeks;
    private ulong turn;

    private MailbagHead(ushort[] weeks, ulong turn)
    {
        this.weeks = weeks;
        this.turn = turn;
    }

    public int Sheets => weeks.Length;

    private static ReadOnlySpan<byte> Mark => "pamphlet mailbag v1\n"u8;

    public static MailbagHead Empty(int sheets) =>
        sheets is > 0 and <= MostSheets
            ? new MailbagHead(new ushort[sheets], 0)
            : throw new ArgumentOutOfRangeException(nameof(sheets));

    /// <returns>The newer of the two copies, or null: neither is whole.</returns>
    public static MailbagHead? Read(ReadOnlySpan<byte> bytes)
    {
        var (first, second) = (ReadCopy(bytes[..CopyBytes]), ReadCopy(bytes[CopyBytes..]));
        // How far the second is ahead, from 0 to 3.
        return first is null || (second is not null && (second.turn + Turns - (first.turn % Turns)) % Turns == 1)
            ? second
            : first;
    }

    /// <summary>A sheet that holds nothing which must be kept in <paramref name="week"/>, or -1.</summary>
    public int FindFree(int week, int weeksKept) => Array.FindIndex(weeks, opened => IsPast(opened, week, weeksKept));

    public bool IsFree(int sheet, int week, int weeksKept) => IsPast(weeks[sheet], week, weeksKept);

    public void Open(int sheet, int week) => weeks[sheet] = checked((ushort)week);

    /// <returns>The week in which a sheet was opened; 0: it is free.</returns>
    public int OpenedIn(int sheet) => weeks[sheet];

    public void Free(int sheet) => weeks[sheet] = 0;

    /// <summary>The next copy and where in the file it belongs: over the older one.</summary>
    public (byte[] Copy, long At) NextCopy()
    {
        turn = (turn + 1) % Turns;
        var copy = new byte[CopyBytes];
        Mark.CopyTo(copy);
        BinaryPrimitives.WriteUInt64BigEndian(copy.AsSpan(TurnAt), turn);
        BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(CountAt), weeks.Length);
        for (var i = 0; i < weeks.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(WeeksAt + (2 * i)), weeks[i]);
        }

        SHA256.HashData(copy.AsSpan(..^SHA256.HashSizeInBytes), copy.AsSpan(^SHA256.HashSizeInBytes..));
        return (copy, turn % 2 == 1 ? 0 : CopyBytes);
    }

    private static bool IsPast(ushort opened, int week, int weeksKept) => opened == 0 || opened + weeksKept < week;

    private static MailbagHead? ReadCopy(ReadOnlySpan<byte> copy)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(copy[..^SHA256.HashSizeInBytes], hash);
        var count = BinaryPrimitives.ReadInt32BigEndian(copy[CountAt..]);
        if (!copy.StartsWith(Mark) || !copy.EndsWith(hash) || count is <= 0 or > MostSheets)
        {
            return null;
        }

        var opened = new ushort[count];
        for (var i = 0; i < count; i++)
        {
            opened[i] = BinaryPrimitives.ReadUInt16BigEndian(copy[(WeeksAt + (2 * i))..]);
        }

        return new MailbagHead(opened, BinaryPrimitives.ReadUInt64BigEndian(copy[TurnAt..]));
    }
}
