using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace TriageBot.Storage.Sqlite;

/// <summary>A command that borrows the compiled statement of its text from its <see cref="PreparedConnection"/> until it is disposed.</summary>
internal sealed class PreparedCommand(PreparedConnection connection) : DbCommand
{
    private readonly PreparedParameters parameters = new();
    private Statement? borrowed;

    [AllowNull]
    public override string CommandText
    {
        get => borrowed?.Sql ?? "";
        set
        {
            Return();
            borrowed = connection.Take(value ?? "");
        }
    }

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get => connection; set => throw new NotSupportedException(); }

    protected override DbParameterCollection DbParameterCollection => parameters;

    /// <summary>Transactions are statements like all others.</summary>
    protected override DbTransaction? DbTransaction { get => null; set => throw new NotSupportedException(); }

    private Statement Borrowed => borrowed ?? throw new InvalidOperationException("Set the command's text first.");

    /// <summary>Statements are short; none is stopped half-way.</summary>
    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery()
    {
        using var reader = Run();
        while (reader.Read())
        {
        }

        return reader.RecordsAffected;
    }

    public override object? ExecuteScalar()
    {
        using var reader = Run();
        return reader.Read() ? reader.GetValue(0) : null;
    }

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Run();

    protected override DbParameter CreateDbParameter() => new PreparedParameter();

    protected override void Dispose(bool disposing)
    {
        Return();
        base.Dispose(disposing);
    }

    private PreparedReader Run()
    {
        Borrowed.Bind(parameters);
        return new PreparedReader(Borrowed, connection);
    }

    private void Return()
    {
        if (borrowed is not null) connection.GiveBack(borrowed);
        borrowed = null;
    }
}
