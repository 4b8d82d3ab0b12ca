using Dapper;
using Microsoft.Data.Sqlite;

namespace TriageBot.Storage.Sqlite;

/// <summary>A whole copy of the data beside the data file, made before its schema changes.</summary>
internal static class SqliteBackup
{
    /// <summary>Writes <c>triagebot.db.before-0002.bak</c>; an older backup of that name is kept and the new one numbered.</summary>
    /// <returns>The backup's path.</returns>
    public static string Write(SqliteConnection connection, string dataFile, int nextVersion)
    {
        var backup = FreeName($"{dataFile}.before-{nextVersion:0000}");
        var unfinished = backup + ".part";
        File.Delete(unfinished);
        connection.Execute("vacuum into @unfinished", new { unfinished });
        // SQLite leaves it to us to bring the copy to the disk; only a whole one gets its name.
        using (var copy = File.OpenWrite(unfinished))
            copy.Flush(flushToDisk: true);
        File.Move(unfinished, backup);
        return backup;
    }

    private static string FreeName(string stem)
    {
        var name = stem + ".bak";
        for (var i = 2; File.Exists(name); i++) name = $"{stem}.{i}.bak";
        return name;
    }
}
