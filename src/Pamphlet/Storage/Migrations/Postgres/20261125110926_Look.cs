using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Look : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Accent",
                table: "publication",
                type: "character varying(7)",
                maxLength: 7,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "FeedsAreWhole",
                table: "publication",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Ground",
                table: "publication",
                type: "character varying(7)",
                maxLength: 7,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Lettering",
                table: "publication",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Serif");

            migrationBuilder.AddColumn<string>(
                name: "OwnStyle",
                table: "publication",
                type: "text",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Accent",
                table: "publication");

            migrationBuilder.DropColumn(
                name: "FeedsAreWhole",
                table: "publication");

            migrationBuilder.DropColumn(
                name: "Ground",
                table: "publication");

            migrationBuilder.DropColumn(
                name: "Lettering",
                table: "publication");

            migrationBuilder.DropColumn(
                name: "OwnStyle",
                table: "publication");
        }
    }
}
