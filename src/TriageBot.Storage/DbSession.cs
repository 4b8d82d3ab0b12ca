using System.Data.Common;
using Dapper;

namespace TriageBot.Storage;

/// <summary>One connection inside one transaction, for the stores. Parameters are always named: <c>@workspace</c>.</summary>
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
        connection.ExecuteAsync(Command(sql, parameters));

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(Command(sql, parameters)).ConfigureAwait(false)).AsList();

    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? parameters = null) =>
        connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters));

    public Task<T> SingleAsync<T>(string sql, object? parameters = null) =>
        connection.QuerySingleAsync<T>(Command(sql, parameters));

    private CommandDefinition Command(string sql, object? parameters) => new(sql, parameters, cancellationToken: ct);
}
