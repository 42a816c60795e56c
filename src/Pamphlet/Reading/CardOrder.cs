namespace Pamphlet.Reading;

/// <summary>In which orders texts are listed. Each is total, for the path is unlike any other's: two machines list alike.</summary>
internal static class CardOrder
{
    /// <summary>Oldest first.</summary>
    public static int ByDate(Card left, Card right) =>
        left.Published.CompareTo(right.Published) is not 0 and var order ? order : left.Path.CompareTo(right.Path);

    /// <summary>As a series is read.</summary>
    public static int ByPlace(Card left, Card right) =>
        (left.Series?.Place ?? 0).CompareTo(right.Series?.Place ?? 0) is not 0 and var order
            ? order
            : ByDate(left, right);

    /// <summary>Last discussed at the end.</summary>
    public static int ByDiscussion(Card left, Card right) =>
        Nullable.Compare(left.LastComment, right.LastComment) is not 0 and var order ? order : ByDate(left, right);

    public static int ByPath(Card left, Card right) => left.Path.CompareTo(right.Path);

    /// <summary>Versions of one text, by the name of their language.</summary>
    public static int ByLanguage(Card left, Card right) =>
        string.CompareOrdinal(left.Language.Tag, right.Language.Tag) is not 0 and var order
            ? order
            : ByPath(left, right);
}
