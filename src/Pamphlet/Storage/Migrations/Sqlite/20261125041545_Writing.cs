using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Writing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Subtitle",
                table: "revision",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Summary",
                table: "revision",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsCovered",
                table: "picture",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "correction",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_correction", x => new { x.PublicationId, x.PostId, x.Number });
                    table.ForeignKey(
                        name: "FK_correction_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "desk_text",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Corrects = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_text", x => new { x.PublicationId, x.PostId });
                    table.ForeignKey(
                        name: "FK_desk_text_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meant_finding",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meant_finding", x => new { x.PublicationId, x.PostId, x.Finding });
                    table.ForeignKey(
                        name: "FK_meant_finding_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "never_publish",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Proof = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hashes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_never_publish", x => x.PublicationId);
                });

            migrationBuilder.CreateTable(
                name: "preview_link",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preview_link", x => new { x.PublicationId, x.TokenHash });
                    table.ForeignKey(
                        name: "FK_preview_link_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "remark",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Passage = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Signed = table.Column<string>(type: "TEXT", nullable: false),
                    IsSettled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remark", x => new { x.PublicationId, x.PostId, x.Number });
                    table.ForeignKey(
                        name: "FK_remark_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "unsaved_text",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sitting = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Subtitle = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Markdown = table.Column<string>(type: "TEXT", nullable: false),
                    KeptOn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unsaved_text", x => new { x.PublicationId, x.PostId, x.Sitting });
                    table.ForeignKey(
                        name: "FK_unsaved_text_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "writing_habits",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    AsksSecondPerson = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_writing_habits", x => x.PublicationId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_desk_text_PublicationId_Corrects",
                table: "desk_text",
                columns: new[] { "PublicationId", "Corrects" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preview_link_PublicationId_PostId",
                table: "preview_link",
                columns: new[] { "PublicationId", "PostId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "correction");

            migrationBuilder.DropTable(
                name: "desk_text");

            migrationBuilder.DropTable(
                name: "meant_finding");

            migrationBuilder.DropTable(
                name: "never_publish");

            migrationBuilder.DropTable(
                name: "preview_link");

            migrationBuilder.DropTable(
                name: "remark");

            migrationBuilder.DropTable(
                name: "unsaved_text");

            migrationBuilder.DropTable(
                name: "writing_habits");

            migrationBuilder.DropColumn(
                name: "Subtitle",
                table: "revision");

            migrationBuilder.DropColumn(
                name: "Summary",
                table: "revision");

            migrationBuilder.DropColumn(
                name: "IsCovered",
                table: "picture");
        }
    }
}
