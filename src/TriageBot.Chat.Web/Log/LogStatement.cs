using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TriageBot.Chat.Web.Log;

/// <summary>A statement of the chat's log, compiled once. Its values are numbered from <c>?1</c>, in the order in which they are given. Not thread-safe.</summary>
internal sealed class LogStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;

    public LogStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
    }

    public void Run(params ReadOnlySpan<LogValue> values)
    {
        try
        {
            for (var i = 0; i < values.Length; i++) Check(Bind(i + 1, values[i]));
            Check(raw.sqlite3_step(handle));
        }
        finally
        {
            _ = raw.sqlite3_reset(handle);
        }
    }

    public void Dispose() => handle.Dispose();

    private int Bind(int index, LogValue value) => value switch
    {
        { Number: { } number } => raw.sqlite3_bind_int64(handle, index, number),
        // Nothing has no address, and would be stored as null.
        { Bytes: [] } => raw.sqlite3_bind_text(handle, index, ""),
        { Bytes: { } bytes } => raw.sqlite3_bind_text(handle, index, bytes),
        _ => raw.sqlite3_bind_null(handle, index),
    };

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}

/// <summary>What stands in one column: text as UTF-8, a whole number, or nothing.</summary>
internal readonly record struct LogValue(long? Number, byte[]? Bytes)
{
    public static implicit operator LogValue(long? number) => new(number, null);

    public static implicit operator LogValue(long number) => new(number, null);

    public static implicit operator LogValue(bool flag) => new(flag ? 1 : 0, null);

    public static implicit operator LogValue(byte[] json) => new(null, json);

    public static implicit operator LogValue(string? text) => new(null, text is null ? null : Encoding.UTF8.GetBytes(text));
}
