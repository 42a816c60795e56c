using Pamphlet.Letters.Corresponding;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal;

namespace Pamphlet.Tests.Letters;

public sealed class NotebookTests : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-notebook-");
    private readonly SecretBytes passphrase = SecretBytes.From("nine kettles on a red roof"u8);

    private Keyring Ring => new(Path.Combine(folder.FullName, "keys"), work: 6);

    private string Book => Path.Combine(folder.FullName, "notebook");

    public void Dispose()
    {
        passphrase.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Notes_go_with_their_week_also_from_a_copy_that_somebody_kept()
    {
        using var open = Ring.Make("me", passphrase);
        Ring.AddEpoch(open, Monday.AddDays(-7));
        Ring.AddEpoch(open, Monday);
        var (now, past) = (open.Epochs[0].File, open.Epochs[1].File);
        var old = new ThreadNotes
        {
            Thread = "old",
            Week = past,
            Note = "about the old",
        };
        var going = new ThreadNotes
        {
            Thread = "going",
            Week = now,
            Draft = "a draft",
        };
        going.Answers = [new("going", past, Monday.AddDays(-3), "first"), new("going", now, Monday, "second")];
        var book = new Notebook(Book);
        Assert.True(book.Write(open, Ring.Recipients(), new() { Threads = [old, going] }));
        var before = book.Read(open).Threads;
        var kept = File.ReadAllBytes(Book);

        Ring.Destroy([past]);
        Ring.Refresh(open);
        File.WriteAllBytes(Book, kept);
        var after = book.Read(open).Threads;

        Assert.Equal(2, before.Count);
        Assert.Equal(["first", "second"], before.Single(one => one.Thread == "going").Answers.Select(one => one.Words));
        var left = Assert.Single(after);
        Assert.Equal(("going", "a draft"), (left.Thread, left.Draft));
        Assert.Equal(["second"], left.Answers.Select(one => one.Words));
    }

    [Fact]
    public void A_full_notebook_refuses_and_keeps_what_it_had()
    {
        using var open = Ring.Make("me", passphrase);
        Ring.AddEpoch(open, Monday);
        var week = open.Epochs[0].File;
        var book = new Notebook(Book);
        Assert.True(
            book.Write(
                open,
                Ring.Recipients(),
                new()
                {
                    Threads =
                    [
                        new()
                        {
                            Thread = "one",
                            Week = week,
                            Note = "kept",
                        },
                    ],
                }
            )
        );

        var tooMuch = new ThreadNotes
        {
            Thread = "two",
            Week = week,
            Note = new string('ộ', Notebook.Size),
        };
        var isWritten = book.Write(open, Ring.Recipients(), new() { Threads = [tooMuch] });

        Assert.False(isWritten);
        Assert.Equal("kept", Assert.Single(book.Read(open).Threads).Note);
    }
}
