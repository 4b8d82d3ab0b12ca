namespace TriageBot.Storage.Sqlite;

/// <summary>A unit of work on its way through the writer. Its caller learns nothing before <see cref="Acknowledge"/> or <see cref="Fail"/>.</summary>
internal abstract class QueuedUnit
{
    /// <summary>False when the caller has given up: such a unit is never run.</summary>
    public abstract bool Begin();

    public abstract Task RunAsync(DbSession session);

    /// <summary>Remembers why the unit was undone. Not told yet: it may be due to a row of a neighbour whose commit is still to come.</summary>
    public abstract void Undone(Exception reason);

    /// <summary>Hands over the result, or the reason why the unit was undone.</summary>
    public abstract void Acknowledge();

    public abstract void Fail(Exception exception);
}

internal sealed class QueuedUnit<T>(Func<DbSession, Task<T>> work, CancellationToken ct) : QueuedUnit
{
    // Asynchronously: a caller's next steps must not run on the writer.
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<T>? _run;
    private Exception? _undone;

    public Task<T> Outcome => _outcome.Task;

    public override bool Begin() => !(ct.IsCancellationRequested && _outcome.TrySetCanceled(ct));

    public override Task RunAsync(DbSession session) => _run = work(session);

    public override void Undone(Exception reason) => _undone = reason;

    public override void Acknowledge()
    {
        if (_undone is not null)
            _outcome.SetException(_undone);
        else if (_run is not null)
            _outcome.SetFromTask(_run);
    }

    public override void Fail(Exception exception) => _outcome.TrySetException(exception);
}
