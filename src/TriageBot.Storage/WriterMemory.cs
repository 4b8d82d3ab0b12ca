namespace TriageBot.Storage;

/// <summary>A column of a table.</summary>
internal readonly record struct TableColumn(string Table, string Column);

/// <summary>What a statement reads and what it changes, as the database itself tells when it compiles it. A row added or removed is a change with a blank column.</summary>
internal sealed class Footprint(IReadOnlySet<TableColumn> reads, IReadOnlySet<TableColumn> changes)
{
    public IReadOnlySet<TableColumn> Reads { get; } = reads;

    public IReadOnlySet<TableColumn> Changes { get; } = changes;

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

    private readonly Dictionary<string, Shelf> shelves = [];

    /// <summary>Which shelves a statement's changes touch: reckoned once, until a shelf was read from more.</summary>
    private readonly Dictionary<Footprint, Shelf[]> touchedBy = [];
    private readonly Stack<Shelf> readings = [];
    private int kept;

    /// <param name="read">Reads it through the session; what it returns is never changed afterwards, for all that follow get the same.</param>
    public Task<T> RecallAsync<T>((string What, string Workspace, string Id) key, Func<Task<T>> read)
    {
        if (!shelves.TryGetValue(key.What, out var shelf)) shelves[key.What] = shelf = new Shelf();
        // What is read with the help of something known was read from where that was read from.
        Note(shelf.ReadFrom);
        return shelf.Known.TryGetValue((key.Workspace, key.Id), out var known) ? (Task<T>)known : ReadAsync(shelf, (key.Workspace, key.Id), read);
    }

    /// <summary>Told of every statement that has run.</summary>
    /// <param name="hasChanged">False when it met no row to change.</param>
    public void Ran(Footprint footprint, bool hasChanged)
    {
        Note(footprint.Reads);
        if (!hasChanged || kept == 0) return;
        if (touchedBy.Count >= MostKept) touchedBy.Clear();
        if (!touchedBy.TryGetValue(footprint, out var touched)) touchedBy[footprint] = touched = [.. shelves.Values.Where(shelf => footprint.Changes.Any(shelf.ReadFrom.Contains))];
        foreach (var shelf in touched) Empty(shelf);
    }

    /// <summary>Where it was read from stays known: the same will be read again.</summary>
    public void Forget()
    {
        foreach (var shelf in shelves.Values) Empty(shelf);
    }

    private void Note(IReadOnlySet<TableColumn> reads)
    {
        foreach (var reading in readings)
        {
            var before = reading.ReadFrom.Count;
            reading.ReadFrom.UnionWith(reads);
            if (reading.ReadFrom.Count > before) touchedBy.Clear();
        }
    }

    private async Task<T> ReadAsync<T>(Shelf shelf, (string Workspace, string Id) key, Func<Task<T>> read)
    {
        readings.Push(shelf);
        try
        {
            var value = await read().ConfigureAwait(false);
            if (kept >= MostKept) Forget();
            shelf.Known[key] = Task.FromResult(value);
            kept++;
            return value;
        }
        finally
        {
            readings.Pop();
        }
    }

    private void Empty(Shelf shelf)
    {
        if (shelf.Known.Count == 0) return;
        kept -= shelf.Known.Count;
        shelf.Known.Clear();
    }

    /// <summary>What is known of one kind: all of it was read from the same columns, and is forgotten together.</summary>
    private sealed class Shelf
    {
        public Dictionary<(string Workspace, string Id), Task> Known { get; } = [];

        public HashSet<TableColumn> ReadFrom { get; } = [];
    }
}
