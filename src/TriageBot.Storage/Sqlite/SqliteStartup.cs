using Microsoft.Data.Sqlite;
using NodaTime;
using TriageBot.Storage.Migrations;

namespace TriageBot.Storage.Sqlite;
public static class SqliteStartup
{
    public static SqliteDatabase Open(string path, MigrationSet migrations, Instant now)
    {
        DapperTypes.Register();
        var file = new SqliteFile(path);
        using (var c = new SqliteConnection("Data Source=" + path)) { c.Open(); Migrator.Apply(c, migrations, now);}
        return new SqliteDatabase(file, new MemoryStream());
    }
}
