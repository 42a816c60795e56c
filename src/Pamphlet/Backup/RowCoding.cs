using System.Data.Common;
using System.Text;

namespace Pamphlet.Backup;

/// <summary>Rows as bytes: each value after a letter that says what it is. Both databases' rows are written alike.</summary>
internal static class RowCoding
{
    public static void WriteColumns(BinaryWriter writer, IReadOnlyList<string> columns)
    {
        writer.Write7BitEncodedInt(columns.Count);
        foreach (var column in columns)
        {
            writer.Write(column);
        }
    }

    public static string[] ReadColumns(BinaryReader reader) =>
        [.. Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => reader.ReadString())];

    public static void WriteRow(BinaryWriter writer, DbDataReader row)
    {
        for (var i = 0; i < row.FieldCount; i++)
        {
            Write(writer, row.GetValue(i));
        }
    }

    /// <returns>Null: that was the last row.</returns>
    public static object?[]? ReadRow(BinaryReader reader, int columns)
    {
        if (reader.BaseStream.Position == reader.BaseStream.Length)
        {
            return null;
        }

        var row = new object?[columns];
        for (var i = 0; i < columns; i++)
        {
            row[i] = Read(reader);
        }

        return row;
    }

    private static void Write(BinaryWriter writer, object value)
    {
        switch (value)
        {
            case DBNull:
                writer.Write((byte)'n');
                break;
            case bool truth:
                writer.Write((byte)'b');
                writer.Write(truth);
                break;
            case int or long or short:
                writer.Write((byte)'i');
                writer.Write(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case double number:
                writer.Write((byte)'d');
                writer.Write(number);
                break;
            case string text:
                WriteBytes(writer, 's', Encoding.UTF8.GetBytes(text));
                break;
            case byte[] bytes:
                WriteBytes(writer, 'x', bytes);
                break;
            default:
                throw new InvalidOperationException(
                    $"A column holds a {value.GetType().Name}: teach backups to carry it."
                );
        }
    }

    private static void WriteBytes(BinaryWriter writer, char kind, byte[] bytes)
    {
        writer.Write((byte)kind);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static object? Read(BinaryReader reader) =>
        (char)reader.ReadByte() switch
        {
            'n' => null,
            'b' => reader.ReadBoolean(),
            'i' => reader.ReadInt64(),
            'd' => reader.ReadDouble(),
            's' => Encoding.UTF8.GetString(ReadBytes(reader)),
            'x' => ReadBytes(reader),
            _ => throw new BackupRefusedException(BackupRefusal.Damaged),
        };

    private static byte[] ReadBytes(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        if (length < 0 || length > reader.BaseStream.Length - reader.BaseStream.Position)
        {
            throw new BackupRefusedException(BackupRefusal.Damaged);
        }

        return reader.ReadBytes(length);
    }
}
