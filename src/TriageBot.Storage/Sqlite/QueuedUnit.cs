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
    private readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<T>? run;
    private Exception? undone;

    public Task<T> Outcome => outcome.Task;

    public override bool Begin() => !(ct.IsCancellationRequested && outcome.TrySetCanceled(ct));

    public override Task RunAsync(DbSession session) => run = work(session);

    public override void Undone(Exception reason) => undone = reason;

    public override void Acknowledge()
    {
        if (undone is not null) outcome.SetException(undone);
        else if (run is not null) outcome.SetFromTask(run);
    }

    public override void Fail(Exception exception) => outcome.TrySetException(exception);
}
