using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Pamphlet.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Discussion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "CodeHash",
                table: "comment",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstSaid",
                table: "comment",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FirstSaidBy",
                table: "comment",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasVouched",
                table: "comment",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsJudged",
                table: "comment",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "KeptUntil",
                table: "comment",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Likeness",
                table: "comment",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Page",
                table: "comment",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Reasons",
                table: "comment",
                type: "integer",
                maxLength: 32,
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "RemovedBecause",
                table: "comment",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DiscussionPage",
                table: "change",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "discussion_settings",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    Mode = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    PublishesAtOnce = table.Column<bool>(type: "boolean", nullable: false),
                    NeedsTwo = table.Column<bool>(type: "boolean", nullable: false),
                    ClosesAfterDays = table.Column<int>(type: "integer", nullable: true),
                    HoldUntil = table.Column<long>(type: "bigint", nullable: true),
                    IsHeldByHand = table.Column<bool>(type: "boolean", nullable: false),
                    UnwantedHosts = table.Column<string>(type: "text", nullable: false),
                    MostWaiting = table.Column<int>(type: "integer", nullable: false),
                    PerTextInTenMinutes = table.Column<int>(type: "integer", nullable: false),
                    PerHour = table.Column<int>(type: "integer", nullable: false),
                    SecondsPerCircuit = table.Column<int>(type: "integer", nullable: false),
                    AtOncePerCircuit = table.Column<int>(type: "integer", nullable: false),
                    JudgedPublished = table.Column<int>(type: "integer", nullable: false),
                    JudgedRemoved = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discussion_settings", x => x.PublicationId);
                    table.ForeignKey(
                        name: "FK_discussion_settings_publication_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "publication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "judged_word",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    Word = table.Column<long>(type: "bigint", nullable: false),
                    Published = table.Column<int>(type: "integer", nullable: false),
                    Removed = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judged_word", x => new { x.PublicationId, x.Word });
                });

            migrationBuilder.CreateTable(
                name: "moderation_entry",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<int>(type: "integer", nullable: false),
                    Act = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Because = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    PostId = table.Column<long>(type: "bigint", nullable: true),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_moderation_entry", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "post_discussion",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    Mode = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    IsHeldByHand = table.Column<bool>(type: "boolean", nullable: false),
                    HoldUntil = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_post_discussion", x => new { x.PublicationId, x.PostId });
                    table.ForeignKey(
                        name: "FK_post_discussion_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "trust_code",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Level = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    GoodUntil = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trust_code", x => new { x.PublicationId, x.Hash });
                    table.ForeignKey(
                        name: "FK_trust_code_publication_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "publication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_comment_PublicationId_ParentId",
                table: "comment",
                columns: new[] { "PublicationId", "ParentId" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_PublicationId_PostId_Page",
                table: "comment",
                columns: new[] { "PublicationId", "PostId", "Page" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_PublicationId_PostId_State_Day_PublicId_Page",
                table: "comment",
                columns: new[] { "PublicationId", "PostId", "State", "Day", "PublicId", "Page" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_PublicationId_State_Day_PublicId",
                table: "comment",
                columns: new[] { "PublicationId", "State", "Day", "PublicId" });

            migrationBuilder.CreateIndex(
                name: "IX_moderation_entry_PublicationId_Number",
                table: "moderation_entry",
                columns: new[] { "PublicationId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discussion_settings");

            migrationBuilder.DropTable(
                name: "judged_word");

            migrationBuilder.DropTable(
                name: "moderation_entry");

            migrationBuilder.DropTable(
                name: "post_discussion");

            migrationBuilder.DropTable(
                name: "trust_code");

            migrationBuilder.DropIndex(
                name: "IX_comment_PublicationId_ParentId",
                table: "comment");

            migrationBuilder.DropIndex(
                name: "IX_comment_PublicationId_PostId_Page",
                table: "comment");

            migrationBuilder.DropIndex(
                name: "IX_comment_PublicationId_PostId_State_Day_PublicId_Page",
                table: "comment");

            migrationBuilder.DropIndex(
                name: "IX_comment_PublicationId_State_Day_PublicId",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "CodeHash",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "FirstSaid",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "FirstSaidBy",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "HasVouched",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "IsJudged",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "KeptUntil",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "Likeness",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "Page",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "Reasons",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "RemovedBecause",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "DiscussionPage",
                table: "change");
        }
    }
}
