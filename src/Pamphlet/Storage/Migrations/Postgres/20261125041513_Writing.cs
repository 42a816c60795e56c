using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Postgres
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
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Summary",
                table: "revision",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsCovered",
                table: "picture",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "correction",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<int>(type: "integer", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false)
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
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    Stage = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Slug = table.Column<string>(type: "text", nullable: false),
                    Corrects = table.Column<long>(type: "bigint", nullable: true)
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
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    Finding = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
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
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    Proof = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hashes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_never_publish", x => x.PublicationId);
                });

            migrationBuilder.CreateTable(
                name: "preview_link",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false)
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
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Passage = table.Column<string>(type: "text", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Signed = table.Column<string>(type: "text", nullable: false),
                    IsSettled = table.Column<bool>(type: "boolean", nullable: false)
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
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    Sitting = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Subtitle = table.Column<string>(type: "text", nullable: false),
                    Summary = table.Column<string>(type: "text", nullable: false),
                    Markdown = table.Column<string>(type: "text", nullable: false),
                    KeptOn = table.Column<int>(type: "integer", nullable: false)
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
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    AsksSecondPerson = table.Column<bool>(type: "boolean", nullable: false)
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
