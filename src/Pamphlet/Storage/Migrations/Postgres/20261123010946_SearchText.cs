using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pamphlet.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SearchText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE TABLE search_text (
                    publication_id bigint NOT NULL, post_id bigint NOT NULL, document tsvector NOT NULL,
                    PRIMARY KEY (publication_id, post_id));
                CREATE INDEX ix_search_text_document ON search_text USING gin (document);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE search_text;");
        }
    }
}
