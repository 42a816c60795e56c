using Pamphlet.Imports.Entries;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// Who signed the texts. A person is an account's address where the export gives one; it is used while the file is read and
/// kept nowhere. Two people of one name stay two: joined, one would answer for the other's words.
/// </summary>
internal sealed class NamePeople
{
    /// <summary>Stands for an account that is gone.</summary>
    public const string Former = "Former contributor";

    private readonly Dictionary<PersonKey, Person> people = [];
    private readonly Dictionary<string, string?> onlyUri = new(StringComparer.Ordinal);

    private NamePeople() { }

    /// <summary>By how many texts they signed.</summary>
    public IReadOnlyList<Person> Authors =>
        [
            .. people
                .Values.OrderByDescending(person => person.Texts)
                .ThenBy(person => person.Called, StringComparer.Ordinal),
        ];

    public static NamePeople Of(IEnumerable<SourceEntry> texts, NameMap wishes)
    {
        // Oldest first: the numbers behind equal names stay when a later export brings later texts.
        var authors = texts
            .OrderBy(text => text.Published ?? DateTimeOffset.MaxValue)
            .ThenBy(text => text.Number, StringComparer.Ordinal)
            .SelectMany(text => text.Authors)
            .Where(author => author != SourceAuthor.Nobody)
            .ToList();
        var named = new NamePeople();
        foreach (var same in authors.Where(author => author.Uri.Length > 0).GroupBy(Printed, StringComparer.Ordinal))
        {
            var uris = same.Select(author => author.Uri).Distinct(StringComparer.Ordinal).Take(2).ToList();
            named.onlyUri[same.Key] = uris.Count == 1 ? uris[0] : null;
        }

        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var author in authors)
        {
            var key = named.KeyOf(author);
            if (!named.people.TryGetValue(key, out var person))
            {
                var count = taken[key.Name] = taken.GetValueOrDefault(key.Name) + 1;
                var called = count == 1 ? key.Name : $"{key.Name} ({count})";
                person = new Person(called, CleanName.Of(author.Name), wishes.For(called, author.Name) ?? called);
                named.people.Add(key, person);
            }

            person.Texts++;
        }

        return named;
    }

    /// <summary>Who signed this text, in order.</summary>
    public IReadOnlyList<Person> AuthorsOf(SourceEntry text) =>
        [
            .. text
                .Authors.Where(author => author != SourceAuthor.Nobody)
                .Select(author => people[KeyOf(author)])
                .Distinct(),
        ];

    /// <summary>The pen name of the one person who is called so, or null: nobody, several, or somebody without a signature.</summary>
    public string? PenNameOf(string printed)
    {
        var called = people.Values.Where(person => person.Was.Equals(CleanName.Of(printed), StringComparison.Ordinal));
        return called.Take(2).ToList() is [{ PenName: { Length: > 0 } name }] ? name : null;
    }

    /// <summary>The author of the paper who wrote a comment, or null: a reader did.</summary>
    /// <remarks>
    /// The account must be the same, and the name too. A reader without an account may type any name and any address: under the
    /// paper's own name they must not speak.
    /// </remarks>
    public Person? Among(SourceAuthor reader) =>
        !reader.IsAnonymous && reader.Uri.Length > 0 ? people.GetValueOrDefault(KeyOf(reader)) : null;

    private static string Printed(SourceAuthor author) =>
        author.IsAnonymous ? "Anonymous"
        : !Placeholders.IsUnknown(author.Name) && CleanName.Of(author.Name) is { Length: > 0 } name ? name
        : Former;

    // A text of a known account sometimes lacks its address; where only one account has the name, it is that one.
    private PersonKey KeyOf(SourceAuthor author)
    {
        var name = Printed(author);
        var isOpen = author.Uri.Length == 0 && name is not Former && !author.IsAnonymous;
        return new PersonKey(name, isOpen ? onlyUri.GetValueOrDefault(name) ?? "" : author.Uri);
    }

    private readonly record struct PersonKey(string Name, string Uri);
}
