using System.Globalization;
using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Moving;

/// <summary>An export is uploaded: read as it comes into a sealed file, and looked at.</summary>
internal static class TakeExport
{
    public const string Field = "export";

    public static async Task<IResult> TakeAsync(
        Visit visit,
        MovingIn moving,
        MovingFolder folder,
        CancellationToken cancel
    )
    {
        var words = visit.Words.Moving;
        if (visit.Form.Upload is not { } upload)
        {
            return Wrong(words.NoFile);
        }

        try
        {
            return await moving.TakeAsync(upload, MoveWishes.None, cancel) switch
            {
                TakenAs.Export => visit.SeeOther(ShowMove.Path),
                TakenAs.Nothing => Wrong(words.NoFile),
                _ => Wrong(words.OneAtATime),
            };
        }
        catch (SealedFile.TooLongException)
        {
            return TooLarge();
        }
        catch (BadHttpRequestException sent) when (sent.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
        catch (IOException full) when (FullDisk.Is(full))
        {
            return TooLarge();
        }
        catch (Exception torn) when (torn is IOException or BadHttpRequestException or InvalidDataException)
        {
            return Wrong(words.Torn);
        }

        DeskPage TooLarge() => Wrong(words.TooLarge.With("most", Megabytes(folder.Room)));

        DeskPage Wrong(string message)
        {
            var complaints = new Complaints();
            complaints.Add(Field, message);
            return ShowMove.Page(visit, moving.Now, folder, complaints);
        }
    }

    public static string Megabytes(long bytes) => (bytes / 1_000_000).ToString(CultureInfo.InvariantCulture);
}
