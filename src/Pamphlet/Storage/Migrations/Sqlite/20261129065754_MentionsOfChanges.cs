using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MentionsOfChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsWithdrawn",
                table: "told_post",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "told_post",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // What was told already is not told again; and no draft's version becomes one that readers read.
            migrationBuilder.Sql(
                """
                UPDATE told_post SET "Version" = COALESCE(
                    (
                        SELECT MAX(older."Number") FROM revision older
                        WHERE older."PublicationId" = told_post."PublicationId" AND older."PostId" = told_post."PostId"
                    ),
                    0
                )
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsWithdrawn",
                table: "told_post");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "told_post");
        }
    }
}
