using System.Collections;
using System.Data.Common;

namespace TriageBot.Storage.Sqlite;

/// <summary>The rows of a statement, one after the other. Whole numbers are long, whatever their column is called.</summary>
internal sealed class PreparedReader : DbDataReader
{
    private readonly Statement statement;
    private readonly PreparedConnection connection;
    private bool isAtFirst;
    private bool isAtEnd;
    private bool isClosed;

    /// <summary>Takes the first step at once: that is where a statement does its work, and fails.</summary>
    public PreparedReader(Statement statement, PreparedConnection connection)
    {
        this.connection = connection;
        this.statement = statement;
        HasRows = isAtFirst = statement.Step();
        isAtEnd = !HasRows;
    }

    public override int Depth => 0;

    public override int FieldCount => statement.Columns.Length;

    public override bool HasRows { get; }

    public override bool IsClosed => isClosed;

    public override int RecordsAffected => statement.Changes;

    public override object this[int ordinal] => statement.Value(ordinal);

    public override object this[string name] => statement.Value(GetOrdinal(name));

    public override bool Read()
    {
        if (isAtFirst)
        {
            isAtFirst = false;
            return true;
        }

        // A step beyond the end would begin anew, and do what the statement does once more.
        if (!isAtEnd) isAtEnd = !statement.Step();
        return !isAtEnd;
    }

    public override bool NextResult() => false;

    public override void Close()
    {
        if (isClosed) return;
        isClosed = isAtEnd = true;
        connection.Ran(statement);
        statement.Reset();
    }

    public override string GetName(int ordinal) => statement.Columns[ordinal];

    public override int GetOrdinal(string name) => Array.IndexOf(statement.Columns, name);

    public override Type GetFieldType(int ordinal) => statement.TypeOfValue(ordinal);

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override bool IsDBNull(int ordinal) => statement.IsNull(ordinal);

    public override object GetValue(int ordinal) => statement.Value(ordinal);

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override bool GetBoolean(int ordinal) => GetInt64(ordinal) != 0;

    public override byte GetByte(int ordinal) => (byte)GetInt64(ordinal);

    public override short GetInt16(int ordinal) => (short)GetInt64(ordinal);

    public override int GetInt32(int ordinal) => (int)GetInt64(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override DateTime GetDateTime(int ordinal) => throw new NotSupportedException();

    public override decimal GetDecimal(int ordinal) => throw new NotSupportedException();

    public override Guid GetGuid(int ordinal) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);
}
