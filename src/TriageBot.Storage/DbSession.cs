using System.Data;
using System.Data.Common;
using Dapper;

namespace TriageBot.Storage;

/// <summary>
/// One connection inside one transaction, for the stores. Parameters are always named: <c>@workspace</c>.
/// SQLite works on the thread that asks and makes nobody wait for anything else, so its answers are there when the call returns.
/// </summary>
public sealed class DbSession
{
    private readonly DbConnection connection;
    private readonly CancellationToken ct;
    private readonly WriterMemory? memory;

    internal DbSession(DbConnection connection, CancellationToken ct, WriterMemory? memory = null)
    {
        this.connection = connection;
        this.ct = ct;
        this.memory = memory;
    }

    /// <summary>
    /// What <paramref name="read"/> reads, or read before and nobody has changed since: for rows that every unit of work needs and that seldom change.
    /// Changes are noticed by themselves, whoever makes them.
    /// </summary>
    /// <param name="what">With workspace and id, it names what is read.</param>
    /// <param name="read">Asks this session and nothing else, not even the clock. What it returns is never changed afterwards.</param>
    public Task<T> RecallAsync<T>(string what, string workspace, string id, Func<Task<T>> read) =>
        memory is null ? read() : memory.RecallAsync((what, workspace, id), read);

    public Task<int> ExecuteAsync(string sql, object? parameters = null) =>
        Task.FromResult(connection.Execute(Command(sql, parameters)));

    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        Task.FromResult<IReadOnlyList<T>>(connection.Query<T>(Command(sql, parameters)).AsList());

    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? parameters = null) =>
        Task.FromResult(connection.QueryFirstOrDefault<T>(Command(sql, parameters)));

    public Task<T> SingleAsync<T>(string sql, object? parameters = null) =>
        Task.FromResult(connection.QuerySingle<T>(Command(sql, parameters)));

    private CommandDefinition Command(string sql, object? parameters)
    {
        ct.ThrowIfCancellationRequested();
        // Said, for otherwise Dapper searches each text for white space to find out.
        return new CommandDefinition(sql, parameters, commandType: CommandType.Text);
    }
}
