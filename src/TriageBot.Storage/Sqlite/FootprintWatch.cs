using SQLitePCL;

namespace TriageBot.Storage.Sqlite;

/// <summary>
/// Learns from SQLite what a statement will read and change. SQLite asks its authorizer about each column while it compiles a text;
/// this one allows everything and takes notes.
/// </summary>
internal sealed class FootprintWatch
{
    private readonly HashSet<TableColumn> _reads = [];
    private readonly HashSet<TableColumn> _changes = [];

    public FootprintWatch(sqlite3 database) => raw.sqlite3_set_authorizer(database, Note, null);

    public Statement Watch(Func<Statement> compile)
    {
        _reads.Clear();
        _changes.Clear();
        var statement = compile();
        statement.Footprint = new Footprint(_reads.ToHashSet(), _changes.ToHashSet());
        return statement;
    }

    private int Note(object user, int action, string table, string column, string database, string cause)
    {
        switch (action)
        {
            case raw.SQLITE_READ:
                _reads.Add(new TableColumn(table, column));
                // Rows that come and go concern whoever reads any column.
                _reads.Add(new TableColumn(table, ""));
                break;
            case raw.SQLITE_UPDATE:
                _changes.Add(new TableColumn(table, column));
                break;
            case raw.SQLITE_INSERT or raw.SQLITE_DELETE:
                _changes.Add(new TableColumn(table, ""));
                break;
        }

        return raw.SQLITE_OK;
    }
}
