using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.TimeLog;
using TriageBot.Features;
using TriageBot.Features.Tasks;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Workspaces;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.TimeLog;

/// <summary>What the day's arithmetic and the reports read of time spent; on a database of their own, without a chat.</summary>
public sealed class TimeSumsTests : IAsyncDisposable
{
    private static readonly MemberId Alex = new("alex");
    private static readonly MemberId Sam = new("sam");
    private static readonly LocalDate Friday = new(2026, 3, 13);
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 13, 9, 0);
    private static readonly Workspace Here = NewWorkspace("here");
    private static readonly Workspace Elsewhere = NewWorkspace("elsewhere");

    private readonly OwnDatabase database = new(Now);
    private readonly TimeStore entries = new();
    private readonly TimeSums sums = new();

    [Fact]
    public async Task Unplanned_minutes_of_a_day_are_those_of_its_member_and_day_that_are_kept()
    {
        await PrepareAsync();
        await AddAsync(Spent(20) with { IsUnplanned = true });
        await AddAsync(Spent(5) with { IsUnplanned = true });
        await AddAsync(Spent(100));
        await AddAsync(Spent(40) with { IsUnplanned = true, OnDate = Friday.PlusDays(-1) });
        await AddAsync(Spent(50) with { OnDate = Friday.PlusDays(-2) });
        await AddAsync(Spent(7) with { IsUnplanned = true, MemberId = Sam });
        await AddAsync(Spent(9) with { IsUnplanned = true, State = TimeEntryState.Undone });
        await AddAsync(Spent(11) with { IsUnplanned = true, State = TimeEntryState.Asked });
        await AddAsync(Spent(13) with { IsUnplanned = true }, Elsewhere);

        Assert.Equal(25, await database.ReadAsync(db => sums.UnplannedAsync(db, Here.Id, Alex, Friday)));
        var days = await database.ReadAsync(db => sums.UnplannedByDayAsync(db, Here.Id, Alex, Friday.PlusDays(-27), Friday));
        Assert.Equal([(Friday.PlusDays(-2), 0), (Friday.PlusDays(-1), 40), (Friday, 25)], days.Select(day => (day.OnDate, day.Minutes)));
    }

    [Fact]
    public async Task The_pairs_of_estimate_and_actual_are_those_of_the_last_60_finished_tasks_that_have_both()
    {
        await PrepareAsync();
        for (var number = 1; number <= 65; number++) await AddTaskAsync(Finished(number) with { EstimateMinutes = 30 });
        await AddTaskAsync(Finished(66) with { EstimateMinutes = null });
        await AddTaskAsync(Finished(67));
        await AddTaskAsync(Finished(68) with { State = TaskState.Open, ClosedAt = null });
        for (var number = 1; number <= 68; number++)
        {
            if (number != 67) await AddAsync(Spent(20) with { Item = number });
        }

        await AddAsync(Spent(25) with { Item = 65, MemberId = Sam });

        var pairs = await database.ReadAsync(db => sums.FinishedAsync(db, Here.Id, Alex));

        Assert.Equal(Enumerable.Range(6, 60).Reverse().Select(number => (long)number), pairs.Select(pair => pair.Number));
        Assert.Equal((30, 45), (pairs[0].EstimateMinutes, pairs[0].ActualMinutes));
        Assert.All(pairs.Skip(1), pair => Assert.Equal(20, pair.ActualMinutes));
        var spent = Assert.Single(await database.ReadAsync(db => sums.SpentOnOpenAsync(db, Here.Id, Alex)));
        Assert.Equal((68, 20), (spent.Number, spent.Minutes));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static TimeEntry Spent(int minutes) => new()
    {
        MemberId = Alex,
        OnDate = Friday,
        Function = "tasks",
        Minutes = minutes,
        State = TimeEntryState.Kept,
        CreatedAt = Now,
    };

    private static TaskItem Finished(int number) => new()
    {
        Number = number,
        What = "Task",
        CreatorId = Alex,
        AssigneeId = Alex,
        EstimateMinutes = 30,
        State = TaskState.Done,
        CreatedAt = Now,
        ClosedAt = Now + Duration.FromMinutes(number),
    };

    private static Workspace NewWorkspace(string id) => new() { Id = new WorkspaceId(id), Platform = "web", Name = id, Zone = "Europe/Oslo", DayStart = new LocalTime(4, 0) };

    private Task PrepareAsync() => database.WriteAsync(async db =>
    {
        await new WorkspaceStore().InsertAsync(db, Here, Now);
        await new WorkspaceStore().InsertAsync(db, Elsewhere, Now);
    });

    private Task AddAsync(TimeEntry entry, Workspace? workspace = null) => database.WriteAsync(db => entries.AddAsync(new UnitOfWork(db, workspace ?? Here, Now), entry));

    /// <summary>Adds it open, then closes it, as the bot does.</summary>
    private Task AddTaskAsync(TaskItem task) => database.WriteAsync(async db =>
    {
        await new TaskStore().InsertAsync(db, Here.Id, task with { State = TaskState.Open });
        await new TaskStore().SaveAsync(new UnitOfWork(db, Here, Now), task with { Revision = 2 }, TaskChangeKind.Finished, Alex);
    });
}
