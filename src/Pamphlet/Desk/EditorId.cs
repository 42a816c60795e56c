using Pamphlet.Storage;

namespace Pamphlet.Desk;

internal readonly record struct EditorId(long Value) : IRowId<EditorId>
{
    public static EditorId From(long value) => new(value);

    public override string ToString() => Value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
