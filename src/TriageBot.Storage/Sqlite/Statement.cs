using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TriageBot.Storage.Sqlite;

/// <summary>One SQL text, compiled for one connection, to be run again and again with other values. Used by one thread at a time.</summary>
internal sealed class Statement : IDisposable
{
    private const int OnStack = 512;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;
    private readonly string[] parameters;

    /// <exception cref="SqliteException">The text is wrong.</exception>
    /// <exception cref="NotSupportedException">It is more than one statement.</exception>
    public Statement(sqlite3 database, string sql)
    {
        this.database = database;
        Sql = sql;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle, out string rest));
        if (!string.IsNullOrWhiteSpace(rest)) throw new NotSupportedException($"One statement at a time: {sql}");
        IsReadOnly = raw.sqlite3_stmt_readonly(handle) != 0;
        // Without its mark: @workspace is called workspace.
        parameters = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(handle)).Select(index => raw.sqlite3_bind_parameter_name(handle, index).utf8_to_string()[1..])];
        Columns = [.. Enumerable.Range(0, raw.sqlite3_column_count(handle)).Select(index => raw.sqlite3_column_name(handle, index).utf8_to_string())];
        ColumnTypes = [.. Enumerable.Range(0, Columns.Length).Select(index => TypeOf(raw.sqlite3_column_decltype(handle, index).utf8_to_string()))];
    }

    public string Sql { get; }

    public bool IsReadOnly { get; }

    public Footprint Footprint { get; set; } = Footprint.None;

    public string[] Columns { get; }

    /// <summary>What a column of a table was declared to hold; null for what was reckoned.</summary>
    public Type?[] ColumnTypes { get; }

    /// <summary>Rows that the last run changed.</summary>
    public int Changes => IsReadOnly ? 0 : raw.sqlite3_changes(database);

    /// <summary>Whether the last run changed any row; true in doubt, as for one that returns what it changes.</summary>
    public bool HasChanged => !IsReadOnly && (Columns.Length > 0 || Changes > 0);

    /// <exception cref="InvalidOperationException">A parameter of the text has no value.</exception>
    public void Bind(PreparedParameters values)
    {
        var next = 0;
        for (var index = 0; index < parameters.Length; index++)
        {
            // Values mostly come in the order of the text: the search begins where the last one ended.
            var at = values.Find(parameters[index], next);
            if (at < 0) throw new InvalidOperationException($"@{parameters[index]} has no value in: {Sql}");
            Bind(index + 1, values.At(at).Value);
            next = at + 1;
        }
    }

    /// <returns>True when there is a row to read, false at the end.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE) return result == raw.SQLITE_ROW;
        // The message belongs to the last call of the connection, so it is taken before anything else is called.
        SqliteException.ThrowExceptionForRC(result, database);
        return false;
    }

    public void Reset() => _ = raw.sqlite3_reset(handle);

    public Type TypeOfValue(int column) => ColumnTypes[column] ?? raw.sqlite3_column_type(handle, column) switch
    {
        raw.SQLITE_INTEGER => typeof(long),
        raw.SQLITE_FLOAT => typeof(double),
        raw.SQLITE_BLOB => typeof(byte[]),
        _ => typeof(string),
    };

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public object Value(int column) => raw.sqlite3_column_type(handle, column) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(handle, column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(handle, column),
        raw.SQLITE_TEXT => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column)),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(handle, column).ToArray(),
        _ => DBNull.Value,
    };

    public void Dispose() => handle.Dispose();

    private static Type? TypeOf(string? declared) => declared?.ToLowerInvariant() switch
    {
        "bigint" or "integer" or "boolean" => typeof(long),
        "text" => typeof(string),
        _ => null,
    };

    private void Bind(int index, object? value) => Check(value switch
    {
        null or DBNull => raw.sqlite3_bind_null(handle, index),
        string text => BindText(index, text),
        long number => raw.sqlite3_bind_int64(handle, index, number),
        int number => raw.sqlite3_bind_int64(handle, index, number),
        bool flag => raw.sqlite3_bind_int64(handle, index, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(handle, index, number),
        byte[] bytes => raw.sqlite3_bind_blob(handle, index, bytes),
        _ => throw new NotSupportedException($"A {value.GetType()} cannot be stored: {Sql}"),
    });

    private int BindText(int index, string text)
    {
        // Nothing has no address, and would be stored as null.
        if (text.Length == 0) return raw.sqlite3_bind_text(handle, index, text);
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (length <= OnStack) return BindText(index, text, stackalloc byte[OnStack]);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return BindText(index, text, rented);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private int BindText(int index, string text, Span<byte> buffer) => raw.sqlite3_bind_text(handle, index, buffer[..Encoding.UTF8.GetBytes(text, buffer)]);

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
