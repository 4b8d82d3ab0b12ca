using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TriageBot.Storage.Sqlite;

/// <summary>
/// A connection that compiles each SQL text once. Dapper makes and disposes a command per call, and SQLite would compile it anew each time;
/// here the disposed command gives its compiled statement back instead. Used by one thread at a time.
/// </summary>
internal sealed class PreparedConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Stores have fixed texts, a few hundred at most; the ceiling only guards against texts built at run time.</summary>
    private const int LargestCache = 1000;

    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);

    public void Execute(string sql)
    {
        using var command = CreateDbCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal SqliteCommand Take(string sql) => _idle.Remove(sql, out var command) ? command : new SqliteCommand(sql, this);

    internal void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (_idle.Count >= LargestCache || !_idle.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override void Dispose(bool disposing)
    {
        foreach (var command in _idle.Values)
            command.Dispose();
        _idle.Clear();
        base.Dispose(disposing);
    }
}
