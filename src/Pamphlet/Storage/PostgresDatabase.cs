using Microsoft.EntityFrameworkCore;

namespace Pamphlet.Storage;

internal sealed class PostgresDatabase(DbContextOptions<PostgresDatabase> options) : Database(options);
