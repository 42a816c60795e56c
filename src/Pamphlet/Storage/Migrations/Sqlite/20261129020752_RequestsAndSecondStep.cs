using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RequestsAndSecondStep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BecamePath",
                table: "comment",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BecameTitle",
                table: "comment",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Standing",
                table: "comment",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AsksSecondStep",
                table: "agreement",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BecamePath",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "BecameTitle",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "AsksSecondStep",
                table: "agreement");
        }
    }
}
