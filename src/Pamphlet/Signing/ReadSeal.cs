using Pamphlet.Editions.Shelving;

namespace Pamphlet.Signing;

/// <summary>Finds the seal of an edition that lies on the shelf.</summary>
internal static class ReadSeal
{
    /// <returns>Null: it was never signed, or what lies there is no seal of this log.</returns>
    public static EditionSeal? Of(EditionLog log, Edition edition)
    {
        var file = log.Files.Seal(edition.Number);
        return
            File.Exists(file)
            && EditionSeal.TryParse(File.ReadAllBytes(file), out var seal)
            && seal.Checkpoint.Size <= log.Size
            ? seal
            : null;
    }
}
