using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TriageBot.Storage.Sqlite;

/// <summary>
/// A connection that compiles each SQL text once. Dapper makes and disposes a command per call, and SQLite would compile it anew each time;
/// here the disposed command gives its compiled statement back instead. Used by one thread at a time.
/// </summary>
/// <param name="memory">The writer's: told of every statement. Null for readers, who remember nothing.</param>
internal sealed class PreparedConnection(string connectionString, WriterMemory? memory = null) : SqliteConnection(connectionString)
{
    /// <summary>Stores have fixed texts, a few hundred at most; the ceiling only guards against texts built at run time.</summary>
    private const int LargestCache = 1000;

    private readonly Dictionary<string, Statement> idle = new(new SqlText());
    private FootprintWatch? watch;

    public void Execute(string sql)
    {
        var statement = Take(sql);
        try
        {
            statement.Step();
        }
        finally
        {
            GiveBack(statement);
        }
    }

    internal Statement Take(string sql) => idle.Remove(sql, out var statement) ? statement : Compile(sql);

    internal void Ran(Statement statement) => memory?.Ran(statement.Footprint, statement.HasChanged);

    internal void GiveBack(Statement statement)
    {
        statement.Reset();
        if (idle.Count >= LargestCache || !idle.TryAdd(statement.Sql, statement)) statement.Dispose();
    }

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    private Statement Compile(string sql)
    {
        var handle = Handle ?? throw new InvalidOperationException("The connection is not open.");
        if (memory is null) return new Statement(handle, sql);
        watch ??= new FootprintWatch(handle);
        return watch.Watch(() => new Statement(handle, sql));
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var statement in idle.Values) statement.Dispose();
        idle.Clear();
        base.Dispose(disposing);
    }

    /// <summary>Long texts that are looked up for every call: a few of their letters tell them apart almost always, and reading all of them costs more than all else here.</summary>
    private sealed class SqlText : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y);

        public int GetHashCode(string text) =>
            text.Length < 4 ? text.Length : HashCode.Combine(text.Length, text[text.Length / 4], text[text.Length / 2], text[text.Length * 3 / 4], text[^1]);
    }
}
