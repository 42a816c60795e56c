using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // No content is kept (content=''): the words stand in the index, the text only where it is written.
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE search_text USING fts5(
                    paper, title, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
                """);
            // A withdrawn text's words must not lie in the index's free pages.
            migrationBuilder.Sql("INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE search_text;");
        }
    }
}
