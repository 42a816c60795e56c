using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FinishedLook : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Look",
                table: "publication",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "Quiet");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Look",
                table: "publication");
        }
    }
}
