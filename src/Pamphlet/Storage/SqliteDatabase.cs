using Microsoft.EntityFrameworkCore;

namespace Pamphlet.Storage;

internal sealed class SqliteDatabase(DbContextOptions<SqliteDatabase> options) : Database(options);
