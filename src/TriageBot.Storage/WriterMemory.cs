namespace TriageBot.Storage;

/// <summary>A column of a table.</summary>
internal readonly record struct TableColumn(string Table, string Column);

/// <summary>What a statement reads and what it changes, as the database itself tells when it compiles it. A row added or removed is a change with a blank column.</summary>
internal sealed record Footprint(IReadOnlySet<TableColumn> Reads, IReadOnlySet<TableColumn> Changes)
{
    public static Footprint None { get; } = new(new HashSet<TableColumn>(), new HashSet<TableColumn>());
}

/// <summary>
/// What the one writer has read and may read again without asking the database: nobody else writes, so it stays true until a statement of the writer changes
/// what it was read from, or a unit of work is undone. Statements tell by their <see cref="Footprint"/>, so no store has to remember to say so.
/// </summary>
internal sealed class WriterMemory
{
    /// <summary>A few things of each member of a large team.</summary>
    private const int MostKept = 20_000;

    private readonly Dictionary<(string What, string Workspace, string Id), Task> _known = [];
    private readonly HashSet<TableColumn> _readFrom = [];
    private int _readings;

    /// <param name="read">Reads it through the session; what it returns is never changed afterwards, for all that follow get the same.</param>
    public Task<T> RecallAsync<T>((string What, string Workspace, string Id) key, Func<Task<T>> read) =>
        _known.TryGetValue(key, out var known) ? (Task<T>)known : ReadAsync(key, read);

    /// <summary>Told of every statement that has run.</summary>
    /// <param name="hasChanged">False when it met no row to change.</param>
    public void Ran(Footprint footprint, bool hasChanged)
    {
        if (_readings > 0) _readFrom.UnionWith(footprint.Reads);
        if (hasChanged && _known.Count > 0 && IsTouchedBy(footprint.Changes)) Forget();
    }

    /// <summary>Where it was read from stays known: the same will be read again.</summary>
    public void Forget() => _known.Clear();

    private async Task<T> ReadAsync<T>((string What, string Workspace, string Id) key, Func<Task<T>> read)
    {
        _readings++;
        try
        {
            var value = await read().ConfigureAwait(false);
            if (_known.Count >= MostKept) Forget();
            _known[key] = Task.FromResult(value);
            return value;
        }
        finally
        {
            _readings--;
        }
    }

    private bool IsTouchedBy(IReadOnlySet<TableColumn> changes)
    {
        foreach (var change in changes)
        {
            if (_readFrom.Contains(change)) return true;
        }

        return false;
    }
}
