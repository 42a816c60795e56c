using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "JoinedOn",
                table: "editor",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "agreement",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Voices = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement", x => x.PublicationId);
                });

            migrationBuilder.CreateTable(
                name: "grave_act",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AskedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Turn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grave_act", x => new { x.PublicationId, x.Id });
                    table.ForeignKey(
                        name: "FK_grave_act_editor_AskedBy",
                        column: x => x.AskedBy,
                        principalTable: "editor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitation",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Acts = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EditorId = table.Column<long>(type: "INTEGER", nullable: true),
                    EndsOn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitation", x => new { x.PublicationId, x.TokenHash });
                    table.ForeignKey(
                        name: "FK_invitation_editor_EditorId",
                        column: x => x.EditorId,
                        principalTable: "editor",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "grave_voice",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    ActId = table.Column<long>(type: "INTEGER", nullable: false),
                    EditorId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grave_voice", x => new { x.PublicationId, x.ActId, x.EditorId });
                    table.ForeignKey(
                        name: "FK_grave_voice_editor_EditorId",
                        column: x => x.EditorId,
                        principalTable: "editor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_grave_voice_grave_act_PublicationId_ActId",
                        columns: x => new { x.PublicationId, x.ActId },
                        principalTable: "grave_act",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_grave_act_AskedBy",
                table: "grave_act",
                column: "AskedBy");

            migrationBuilder.CreateIndex(
                name: "IX_grave_act_PublicationId_Kind_Subject",
                table: "grave_act",
                columns: new[] { "PublicationId", "Kind", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grave_voice_EditorId",
                table: "grave_voice",
                column: "EditorId");

            migrationBuilder.CreateIndex(
                name: "IX_invitation_EditorId",
                table: "invitation",
                column: "EditorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement");

            migrationBuilder.DropTable(
                name: "grave_voice");

            migrationBuilder.DropTable(
                name: "invitation");

            migrationBuilder.DropTable(
                name: "grave_act");

            migrationBuilder.DropColumn(
                name: "JoinedOn",
                table: "editor");
        }
    }
}
