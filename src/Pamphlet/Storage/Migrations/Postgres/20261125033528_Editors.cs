using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Editors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "editor",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    Acts = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true),
                    UserName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_editor", x => x.Id);
                    table.ForeignKey(
                        name: "FK_editor_publication_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "publication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "founding_link",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_founding_link", x => x.PublicationId);
                });

            migrationBuilder.CreateTable(
                name: "editor_passkey",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    Data_PublicKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    Data_Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Data_CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Data_SignCount = table.Column<long>(type: "bigint", nullable: false),
                    Data_IsUserVerified = table.Column<bool>(type: "boolean", nullable: false),
                    Data_IsBackupEligible = table.Column<bool>(type: "boolean", nullable: false),
                    Data_IsBackedUp = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_editor_passkey", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_editor_passkey_editor_UserId",
                        column: x => x.UserId,
                        principalTable: "editor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "editor_session",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    EditorId = table.Column<long>(type: "bigint", nullable: false),
                    BegunOn = table.Column<int>(type: "integer", nullable: false),
                    LastSeenOn = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_editor_session", x => new { x.PublicationId, x.TokenHash });
                    table.ForeignKey(
                        name: "FK_editor_session_editor_EditorId",
                        column: x => x.EditorId,
                        principalTable: "editor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "editor_token",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_editor_token", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_editor_token_editor_UserId",
                        column: x => x.UserId,
                        principalTable: "editor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_editor_PublicationId_NormalizedUserName",
                table: "editor",
                columns: new[] { "PublicationId", "NormalizedUserName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_editor_passkey_UserId",
                table: "editor_passkey",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_editor_session_EditorId",
                table: "editor_session",
                column: "EditorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "editor_passkey");

            migrationBuilder.DropTable(
                name: "editor_session");

            migrationBuilder.DropTable(
                name: "editor_token");

            migrationBuilder.DropTable(
                name: "founding_link");

            migrationBuilder.DropTable(
                name: "editor");
        }
    }
}
