using SQLitePCL;

namespace TriageBot.Storage.Sqlite;

/// <summary>
/// Learns from SQLite what a statement will read and change. SQLite asks its authorizer about each column while it compiles a text;
/// this one allows everything and takes notes.
/// </summary>
internal sealed class FootprintWatch
{
    private readonly HashSet<TableColumn> reads = [];
    private readonly HashSet<TableColumn> changes = [];

    public FootprintWatch(sqlite3 database) => raw.sqlite3_set_authorizer(database, Note, null);

    public Statement Watch(Func<Statement> compile)
    {
        reads.Clear();
        changes.Clear();
        var statement = compile();
        statement.Footprint = new Footprint(reads.ToHashSet(), changes.ToHashSet());
        return statement;
    }

    private int Note(object user, int action, string table, string column, string database, string cause)
    {
        switch (action)
        {
            case raw.SQLITE_READ:
                reads.Add(new TableColumn(table, column));
                // Rows that come and go concern whoever reads any column.
                reads.Add(new TableColumn(table, ""));
                break;
            case raw.SQLITE_UPDATE:
                changes.Add(new TableColumn(table, column));
                break;
            case raw.SQLITE_INSERT or raw.SQLITE_DELETE:
                changes.Add(new TableColumn(table, ""));
                break;
        }

        return raw.SQLITE_OK;
    }
}
