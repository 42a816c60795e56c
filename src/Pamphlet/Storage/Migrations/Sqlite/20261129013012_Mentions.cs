using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Mentions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Hub",
                table: "publication",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "SendsMentionsSince",
                table: "publication",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "TakesMentions",
                table: "publication",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "told_post",
                columns: table => new
                {
                    PublicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_told_post", x => new { x.PublicationId, x.PostId });
                    table.ForeignKey(
                        name: "FK_told_post_post_PublicationId_PostId",
                        columns: x => new { x.PublicationId, x.PostId },
                        principalTable: "post",
                        principalColumns: new[] { "PublicationId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "told_post");

            migrationBuilder.DropColumn(
                name: "Hub",
                table: "publication");

            migrationBuilder.DropColumn(
                name: "SendsMentionsSince",
                table: "publication");

            migrationBuilder.DropColumn(
                name: "TakesMentions",
                table: "publication");
        }
    }
}
