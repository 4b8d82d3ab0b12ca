using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace TriageBot.Storage.Sqlite;

/// <summary>A command that borrows the compiled statement of its text from its <see cref="PreparedConnection"/> until it is disposed.</summary>
internal sealed class PreparedCommand(PreparedConnection connection) : DbCommand
{
    private SqliteCommand? _borrowed;

    [AllowNull]
    public override string CommandText
    {
        get => _borrowed?.CommandText ?? "";
        set
        {
            Return();
            _borrowed = connection.Take(value ?? "");
        }
    }

    public override int CommandTimeout { get => Borrowed.CommandTimeout; set => Borrowed.CommandTimeout = value; }

    public override CommandType CommandType { get => Borrowed.CommandType; set => Borrowed.CommandType = value; }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get => connection; set => throw new NotSupportedException(); }

    protected override DbParameterCollection DbParameterCollection => Borrowed.Parameters;

    protected override DbTransaction? DbTransaction { get => Borrowed.Transaction; set => throw new NotSupportedException(); }

    private SqliteCommand Borrowed => _borrowed ?? throw new InvalidOperationException("Set the command's text first.");

    public override void Cancel() => Borrowed.Cancel();

    public override void Prepare() => Borrowed.Prepare();

    public override int ExecuteNonQuery() => Borrowed.ExecuteNonQuery();

    public override object? ExecuteScalar() => Borrowed.ExecuteScalar();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Borrowed.ExecuteReader(behavior);

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override void Dispose(bool disposing)
    {
        Return();
        base.Dispose(disposing);
    }

    private void Return()
    {
        if (_borrowed is not null)
            connection.GiveBack(_borrowed);
        _borrowed = null;
    }
}
