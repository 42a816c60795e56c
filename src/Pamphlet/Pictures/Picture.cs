using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Pictures;

internal readonly record struct PictureId(long Value) : IRowId<PictureId>
{
    public static PictureId From(long value) => new(value);

    /// <summary>As Markdown names it after <c>picture:</c> — 16 hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    public static bool TryParse(ReadOnlySpan<char> text, out PictureId id)
    {
        var isNumber = long.TryParse(text, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value);
        id = new PictureId(value);
        return isNumber && text.Length == 16;
    }
}

/// <summary>A picture, re-encoded on arrival with nothing but its pixels: no camera, no place, no owner, no old file name.</summary>
internal sealed class Picture
{
    public required PublicationId PublicationId { get; init; }

    public required PictureId Id { get; init; }

    /// <summary>Of the upright full picture.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>SHA-256 of what arrived, in hexadecimal: the same file is stored once. The bytes that arrived are not kept.</summary>
    public required string ArrivedAs { get; init; }

    /// <summary>Somebody covered parts of it here, and said by that what may be seen in it.</summary>
    public bool IsCovered { get; init; }

    public List<PictureFile> Files { get; init; } = [];
}

/// <summary>One size of a picture in one format.</summary>
internal sealed class PictureFile
{
    public required PublicationId PublicationId { get; init; }

    public required PictureId PictureId { get; init; }

    /// <summary>In pixels.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required PictureFormat Format { get; init; }

    /// <summary>SHA-256, in hexadecimal; its first 16 digits are the file's name in the edition.</summary>
    public required string Hash { get; init; }

    /// <summary>In bytes.</summary>
    public required int Length { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>Its file in the edition: <c>media/0123456789abcdef.jpg</c>.</summary>
    public string SitePath => PathOf(Hash, Format);

    public static string PathOf(string hash, PictureFormat format) =>
        $"media/{hash[..16]}.{(format == PictureFormat.Jpeg ? "jpg" : Name(format))}";

    public static string MediaTypeOf(PictureFormat format) => $"image/{Name(format)}";

    private static string Name(PictureFormat format) =>
        format switch
        {
            PictureFormat.Jpeg => "jpeg",
            PictureFormat.Png => "png",
            PictureFormat.Webp => "webp",
            PictureFormat.Avif => "avif",
            PictureFormat.Gif => "gif",
            _ => throw new InvalidOperationException($"No name for {format}."),
        };
}

internal enum PictureFormat
{
    Jpeg,
    Png,
    Webp,
    Avif,
    Gif,
}

internal sealed class PictureTable : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> builder)
    {
        builder.ToTable("picture");
        builder.HasKey(picture => new { picture.PublicationId, picture.Id });
        builder.HasIndex(picture => new { picture.PublicationId, picture.ArrivedAs }).IsUnique();
        builder
            .HasMany(picture => picture.Files)
            .WithOne()
            .HasForeignKey(file => new { file.PublicationId, file.PictureId });
    }
}

internal sealed class PictureFileTable : IEntityTypeConfiguration<PictureFile>
{
    public void Configure(EntityTypeBuilder<PictureFile> builder)
    {
        builder.ToTable("picture_file");
        builder.HasKey(file => new
        {
            file.PublicationId,
            file.PictureId,
            file.Width,
            file.Format,
        });
        builder.Ignore(file => file.SitePath);
    }
}
