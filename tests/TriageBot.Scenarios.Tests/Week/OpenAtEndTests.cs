using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.TimeLog;
using TriageBot.Core.Week;
using TriageBot.Features;
using TriageBot.Features.Promises;
using TriageBot.Features.Tasks;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Week;
using TriageBot.Features.Workspaces;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Week;

/// <summary>What was open at the end of a week that is over (rule M3), told from the changes since. Each task has an estimate of its own, so that the sums name the tasks.</summary>
public sealed class OpenAtEndTests : IAsyncDisposable
{
    private static readonly MemberId Alex = new("alex");
    private static readonly MemberId Sam = new("sam");
    private static readonly WorkCalendar Calendar = new(DateTimeZoneProviders.Tzdb["Europe/Oslo"], WeekHours.Standard);

    /// <summary>Ends on a Monday at 04:00 in Oslo, after the night in which the clock goes forward.</summary>
    private static readonly ReportWeek Week = new(new LocalDate(2026, 3, 23));
    private static readonly Instant Ends = Instant.FromUtc(2026, 3, 30, 2, 0);
    private static readonly Instant JustBefore = Ends - Duration.FromMilliseconds(1);
    private static readonly Instant Earlier = Ends - Duration.FromDays(9);
    private static readonly Instant Later = Ends + Duration.FromDays(9);

    private static readonly Workspace Here = NewWorkspace("here");
    private static readonly Workspace Elsewhere = NewWorkspace("elsewhere");

    private readonly OwnDatabase database = new(Earlier);

    [Fact]
    public async Task What_was_open_then_is_told_by_what_the_first_change_afterwards_kept()
    {
        await PrepareAsync(Here);
        await AddAsync(Here, New(1));
        await AddAsync(Here, New(2) with { CreatedAt = JustBefore });
        await AddAsync(Here, New(3) with { CreatedAt = Ends });
        await AddAsync(Here, New(4), (JustBefore, task => task with { State = TaskState.Done, ClosedAt = JustBefore }));
        await AddAsync(Here, New(5), (Ends, task => task with { State = TaskState.Done, ClosedAt = Ends }));
        await AddAsync(Here, New(6), (Earlier, task => task with { State = TaskState.Dropped, ClosedAt = Earlier }), (Later, task => task with { State = TaskState.Open, ClosedAt = null }));
        await AddAsync(Here, New(7), (Later, task => task with { AssigneeId = Sam }));
        await AddAsync(Here, New(8) with { AssigneeId = Sam }, (Later, task => task with { AssigneeId = Alex }));
        await AddAsync(Here, New(9), (Ends, task => task with { EstimateMinutes = 90 }), (Later, task => task with { EstimateMinutes = 99 }));
        await AddAsync(Here, New(10) with { EstimateMinutes = 100 }, (Earlier, task => task with { EstimateMinutes = 10 }));
        await AddAsync(Here, New(11) with { State = TaskState.Someday }, (Later, task => task with { State = TaskState.Open }));
        await AddAsync(Here, New(12), (Later, task => task with { State = TaskState.Someday }));

        Assert.Equal([1, 2, 5, 7, 9, 10, 12], await EstimatesAsync());
    }

    [Fact]
    public async Task Only_what_was_judged_important_by_then_is_work_that_an_agenda_would_plan()
    {
        await PrepareAsync(Here);
        await AddAsync(Here, New(1) with { IsImportant = null });
        await AddAsync(Here, New(2) with { IsImportant = false });
        await AddAsync(Here, New(3) with { IsImportant = null }, (Later, task => task with { IsImportant = true }));
        await AddAsync(Here, New(4) with { IsImportant = null }, (JustBefore, task => task with { IsImportant = true }));
        await AddAsync(Here, New(5) with { IsPrivate = true, ReadyOn = Week.Last.PlusDays(30) });

        Assert.Equal([4, 5], await EstimatesAsync());
    }

    [Fact]
    public async Task X8_Another_workspace_s_tasks_changes_and_time_are_its_own()
    {
        foreach (var workspace in new[] { Here, Elsewhere }) await PrepareAsync(workspace);
        await AddAsync(Elsewhere, New(1));
        await AddAsync(Elsewhere, New(2), (Later, task => task with { EstimateMinutes = 20 }));
        Assert.Empty(await EstimatesAsync());
        await AddAsync(Here, New(2) with { EstimateMinutes = 7 });
        await SpendAsync(Elsewhere, 2, Week.First, 5);

        Assert.Equal([new OpenWork { EstimateMinutes = 7, Spent = 0, Count = 1 }], await OpenAsync());
    }

    [Fact]
    public async Task What_anybody_had_spent_by_then_is_taken_off_and_tasks_with_as_much_left_are_one_row()
    {
        await PrepareAsync(Here);
        foreach (var number in new[] { 1, 2, 3 }) await AddAsync(Here, New(number) with { EstimateMinutes = null });
        await SpendAsync(Here, 1, Week.Last, 5);
        await SpendAsync(Here, 1, Week.First.PlusDays(-30), 6, Sam);
        await SpendAsync(Here, 1, Week.Last.PlusDays(1), 7);
        await SpendAsync(Here, 1, Week.Last, 8, state: TimeEntryState.Undone);

        Assert.Equal(
            [new OpenWork { Spent = 0, Count = 2 }, new OpenWork { Spent = 11, Count = 1 }],
            (await OpenAsync()).OrderBy(work => work.Spent));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static Workspace NewWorkspace(string id) => new() { Id = new WorkspaceId(id), Platform = "web", Name = id, Zone = "Europe/Oslo", DayStart = new LocalTime(4, 0) };

    private static TaskItem New(int number) => new()
    {
        Number = number,
        What = "Task",
        CreatorId = Alex,
        AssigneeId = Alex,
        EstimateMinutes = number,
        IsImportant = true,
        State = TaskState.Open,
        CreatedAt = Earlier,
    };

    private async Task<IEnumerable<int?>> EstimatesAsync() => (await OpenAsync()).Select(work => work.EstimateMinutes).Order();

    private Task<IReadOnlyList<OpenWork>> OpenAsync() =>
        database.ReadAsync(db => new WeekStore(new PromiseStore()).OpenAtEndAsync(new UnitOfWork(db, Here, Later), Alex, Calendar, Week));

    private Task PrepareAsync(Workspace workspace) => database.WriteAsync(db => new WorkspaceStore().InsertAsync(db, workspace, Earlier));

    /// <summary>Adds a task and changes it as the bot does, each change at its time.</summary>
    private Task AddAsync(Workspace workspace, TaskItem task, params IEnumerable<(Instant At, Func<TaskItem, TaskItem> Change)> changes) => database.WriteAsync(async db =>
    {
        await new TaskStore().InsertAsync(db, workspace.Id, task);
        foreach (var (at, change) in changes)
        {
            task = change(task) with { Revision = task.Revision + 1 };
            Assert.True(await new TaskStore().SaveAsync(new UnitOfWork(db, workspace, at), task, TaskChangeKind.Edited, Alex));
        }
    });

    private Task SpendAsync(Workspace workspace, long item, LocalDate day, int minutes, MemberId? member = null, TimeEntryState state = TimeEntryState.Kept) =>
        database.WriteAsync(db => new TimeStore().AddAsync(
            new UnitOfWork(db, workspace, Later),
            new TimeEntry { MemberId = member ?? Alex, OnDate = day, Function = "tasks", Item = item, Minutes = minutes, State = state, CreatedAt = Later }));
}
