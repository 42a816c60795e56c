using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Pamphlet.Storage;

/// <summary>A row's name: 63 random bits, so that no identifier tells what was written before what.</summary>
internal interface IRowId<TSelf>
    where TSelf : struct, IRowId<TSelf>
{
    long Value { get; }

    static abstract TSelf From(long value);
}

/// <summary>The one place where new identifiers come from.</summary>
internal static class RowIds
{
    public static TId New<TId>()
        where TId : struct, IRowId<TId>
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return TId.From((BitConverter.ToInt64(bytes) & long.MaxValue) | 1);
    }
}

internal sealed class RowIdConverter<TId>() : ValueConverter<TId, long>(id => id.Value, value => Read(value))
    where TId : struct, IRowId<TId>
{
    private static TId Read(long value) => TId.From(value);
}
