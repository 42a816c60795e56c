using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "change",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "old_address",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_old_address", x => new { x.PublicationId, x.From });
                });

            migrationBuilder.CreateTable(
                name: "pen_name",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pen_name", x => new { x.PublicationId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "picture",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    ArrivedAs = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_picture", x => new { x.PublicationId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "popular_rank",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_popular_rank", x => new { x.PublicationId, x.Rank });
                });

            migrationBuilder.CreateTable(
                name: "publication",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Home = table.Column<string>(type: "TEXT", nullable: true),
                    FeedId = table.Column<string>(type: "TEXT", nullable: false),
                    PostsPerPage = table.Column<int>(type: "INTEGER", nullable: false),
                    PopularBy = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsStarter = table.Column<bool>(type: "INTEGER", nullable: false),
                    BuiltUpTo = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "series",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series", x => new { x.PublicationId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "tag",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tag", x => new { x.PublicationId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "picture_file",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PictureId = table.Column<long>(type: "INTEGER", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_picture_file", x => new { x.PublicationId, x.PictureId, x.Width, x.Format });
                    table.ForeignKey(
                        name: "FK_picture_file_picture_PublicationId_PictureId",
                        columns: x => new { x.PublicationId, x.PictureId },
                        principalTable: "picture",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "post",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Subtitle = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Markdown = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EntryId = table.Column<string>(type: "TEXT", nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", nullable: true),
                    SourceHash = table.Column<string>(type: "TEXT", nullable: true),
                    TranslationGroup = table.Column<long>(type: "INTEGER", nullable: true),
                    SeriesId = table.Column<long>(type: "INTEGER", nullable: true),
                    SeriesPlace = table.Column<int>(type: "INTEGER", nullable: false),
                    LeadPicture = table.Column<long>(type: "INTEGER", nullable: true),
                    InReplyToUrl = table.Column<string>(type: "TEXT", nullable: true),
                    InReplyToTitle = table.Column<string>(type: "TEXT", nullable: true),
                    InReplyToPublisher = table.Column<string>(type: "TEXT", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", nullable: true),
                    CommentsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    MenuPlace = table.Column<int>(type: "INTEGER", nullable: true),
                    PickPlace = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_post", x => new { x.PublicationId, x.Id });
                    table.ForeignKey(
                        name: "FK_post_publication_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "publication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_post_series_PublicationId_SeriesId",
                        columns: x => new { x.PublicationId, x.SeriesId },
                        principalTable: "series",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "byline",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    PenNameId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_byline", x => new { x.PublicationId, x.PostId, x.Place });
                    table.ForeignKey(
                        name: "FK_byline_pen_name_PublicationId_PenNameId",
                        columns: x => new { x.PublicationId, x.PenNameId },
                        principalTable: "pen_name",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_byline_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "comment",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    PublicId = table.Column<string>(type: "TEXT", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Depth = table.Column<int>(type: "INTEGER", nullable: false),
                    ThreadPath = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    ByPenName = table.Column<long>(type: "INTEGER", nullable: true),
                    Markdown = table.Column<string>(type: "TEXT", nullable: true),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_comment", x => new { x.PublicationId, x.Id });
                    table.ForeignKey(
                        name: "FK_comment_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "post_tag",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    TagId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_post_tag", x => new { x.PublicationId, x.PostId, x.TagId });
                    table.ForeignKey(
                        name: "FK_post_tag_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_post_tag_tag_PublicationId_TagId",
                        columns: x => new { x.PublicationId, x.TagId },
                        principalTable: "tag",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "revision",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Markdown = table.Column<string>(type: "TEXT", nullable: false),
                    SavedOn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revision", x => new { x.PublicationId, x.PostId, x.Number });
                    table.ForeignKey(
                        name: "FK_revision_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_byline_PublicationId_PenNameId",
                table: "byline",
                columns: new[] { "PublicationId", "PenNameId" });

            migrationBuilder.CreateIndex(
                name: "IX_change_PublicationId_Number",
                table: "change",
                columns: new[] { "PublicationId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_PublicationId_PostId_ThreadPath",
                table: "comment",
                columns: new[] { "PublicationId", "PostId", "ThreadPath" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_PublicationId_PublicId",
                table: "comment",
                columns: new[] { "PublicationId", "PublicId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_comment_PublicationId_SourceId",
                table: "comment",
                columns: new[] { "PublicationId", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pen_name_PublicationId_Slug",
                table: "pen_name",
                columns: new[] { "PublicationId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_picture_PublicationId_ArrivedAs",
                table: "picture",
                columns: new[] { "PublicationId", "ArrivedAs" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_post_PublicationId_Path",
                table: "post",
                columns: new[] { "PublicationId", "Path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_post_PublicationId_SeriesId",
                table: "post",
                columns: new[] { "PublicationId", "SeriesId" });

            migrationBuilder.CreateIndex(
                name: "IX_post_PublicationId_SourceId",
                table: "post",
                columns: new[] { "PublicationId", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_post_PublicationId_State_PublishedAt",
                table: "post",
                columns: new[] { "PublicationId", "State", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_post_tag_PublicationId_TagId",
                table: "post_tag",
                columns: new[] { "PublicationId", "TagId" });

            migrationBuilder.CreateIndex(
                name: "IX_series_PublicationId_Slug",
                table: "series",
                columns: new[] { "PublicationId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tag_PublicationId_Name",
                table: "tag",
                columns: new[] { "PublicationId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tag_PublicationId_Slug",
                table: "tag",
                columns: new[] { "PublicationId", "Slug" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "byline");

            migrationBuilder.DropTable(
                name: "change");

            migrationBuilder.DropTable(
                name: "comment");

            migrationBuilder.DropTable(
                name: "old_address");

            migrationBuilder.DropTable(
                name: "picture_file");

            migrationBuilder.DropTable(
                name: "popular_rank");

            migrationBuilder.DropTable(
                name: "post_tag");

            migrationBuilder.DropTable(
                name: "revision");

            migrationBuilder.DropTable(
                name: "pen_name");

            migrationBuilder.DropTable(
                name: "picture");

            migrationBuilder.DropTable(
                name: "tag");

            migrationBuilder.DropTable(
                name: "post");

            migrationBuilder.DropTable(
                name: "publication");

            migrationBuilder.DropTable(
                name: "series");
        }
    }
}
