using NodaTime;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.TimeLog;
using TriageBot.Core.Week;
using TriageBot.Features;
using TriageBot.Features.BreakGlass;
using TriageBot.Features.Promises;
using TriageBot.Features.Tasks;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Week;
using TriageBot.Features.Workspaces;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Week;

/// <summary>What a weekly report reads, on a database of two workspaces with the same members and numbers (rule X8).</summary>
public sealed class WeekStoreTests : IAsyncDisposable
{
    private static readonly MemberId Alex = new("alex");
    private static readonly MemberId Sam = new("sam");
    private static readonly WorkCalendar Calendar = new(DateTimeZoneProviders.Tzdb["Europe/Oslo"], WeekHours.Standard);

    /// <summary>From Monday 04:00 in Oslo to the next one, over the night in which the clock goes forward.</summary>
    private static readonly ReportWeek Week = new(new LocalDate(2026, 3, 23));
    private static readonly Instant Begins = Instant.FromUtc(2026, 3, 23, 3, 0);
    private static readonly Instant Ends = Instant.FromUtc(2026, 3, 30, 2, 0);
    private static readonly Duration Moment = Duration.FromMilliseconds(1);

    private static readonly Workspace Here = NewWorkspace("here");
    private static readonly Workspace Elsewhere = NewWorkspace("elsewhere");

    private readonly OwnDatabase database = new(Begins);
    private readonly PromiseStore promises = new();

    [Fact]
    public async Task X8_All_of_it_is_of_one_workspace_and_one_owner()
    {
        foreach (var (workspace, owner) in new[] { (Elsewhere, Alex), (Here, Sam) }) await FillAsync(workspace, owner, first: owner == Sam ? 100 : 0);

        var none = await FactsAsync();

        Assert.True(WeekReport.Of(Week, none, Calendar, buffer: 60, Ends).IsEmpty);
        Assert.Empty(none.Someday);
        await FillAsync(Here, Alex, first: 0);
        var facts = await FactsAsync();
        Assert.Equal((30, ValueClass.Hundred), (facts.Logged.Single().Minutes, facts.Logged.Single().ValueClass));
        Assert.Equal([new ClosedTasks { State = TaskState.Done, ValueClass = ValueClass.Hundred, Count = 1 }], facts.Closed);
        Assert.Equal((1, 1), (facts.Carried, facts.Asked));
        Assert.Equal([new Interruption { Number = 4, What = "Van", Customer = "Acme", Verdict = LaterVerdict.CouldWait }], facts.Interruptions);
        Assert.Equal([5L], facts.Promises.Select(promise => promise.Number));
        Assert.Equal([3L], facts.Someday.Select(item => item.Number));
    }

    [Fact]
    public async Task T2_What_happens_at_the_week_s_start_belongs_to_it_and_what_happens_at_its_end_to_the_next_but_a_promise_for_its_Sunday_is_due_at_its_end()
    {
        await PrepareAsync(Here);
        foreach (var (number, at) in new[] { (1, Begins - Moment), (2, Begins), (3, Ends - Moment), (4, Ends) })
        {
            await AddTaskAsync(Here, new TaskItem { Number = number, What = "Task", CreatorId = Alex, AssigneeId = Alex, State = TaskState.Done, ClosedAt = at, CreatedAt = Begins });
            await AddPromiseAsync(Here, new Promise { Number = number, MakerId = Alex, RecordedBy = Alex, DueAt = at, State = PromiseState.Open });
        }

        var facts = await FactsAsync();

        Assert.Equal(2, facts.Closed.Single().Count);
        Assert.Equal([3L, 4], facts.Promises.Select(promise => promise.Number));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static Workspace NewWorkspace(string id) => new() { Id = new WorkspaceId(id), Platform = "web", Name = id, Zone = "Europe/Oslo", DayStart = new LocalTime(4, 0) };

    private Task<WeekFacts> FactsAsync() => database.ReadAsync(db => new WeekStore(promises).FactsAsync(new UnitOfWork(db, Here, Ends), Alex, Calendar, Week));

    private async Task FillAsync(Workspace workspace, MemberId owner, int first)
    {
        await PrepareAsync(workspace);
        var task = new TaskItem { What = "Task", CreatorId = owner, AssigneeId = owner, CreatedAt = Begins };
        await AddTaskAsync(workspace, task with { Number = first + 1, ValueClass = ValueClass.Hundred, State = TaskState.Done, ClosedAt = Begins });
        await AddTaskAsync(workspace, task with { Number = first + 2, CarriedOn = Week.First, CarryCount = 1 });
        await AddTaskAsync(workspace, task with { Number = first + 3, State = TaskState.Someday });
        await AddPromiseAsync(workspace, new Promise { Number = first + 5, MakerId = owner, RecordedBy = owner, DueAt = Ends, State = PromiseState.Open });
        var entry = new TimeEntry { MemberId = owner, OnDate = Week.Last, Function = "tasks", Item = first + 1, Minutes = 30, State = TimeEntryState.Kept, CreatedAt = Begins };
        await database.WriteAsync(async db =>
        {
            var unit = new UnitOfWork(db, workspace, Begins);
            await new TimeStore().AddAsync(unit, entry);
            await new TimeStore().AddAsync(unit, entry with { State = TimeEntryState.Undone });
            await new TimeStore().AddAsync(unit, entry with { OnDate = Week.Last.PlusDays(1) });
            await db.ExecuteAsync(
                """
                insert into urgent_messages (workspace_id, number, owner_id, requester_id, what, same_text, customer, if_it_waits, state, waiting_since_at, last_asked_at,
                    break_key, release_at, promised_at, told_promise_at, move_reason, last_change, closed_at)
                values (@workspace, @number, @owner, 'kim', 'Van', '', 'Acme', '', 'Answered', @now, @now, '', @now, @now, @now, '', '', @now)
                """,
                new { workspace = workspace.Id.Value, number = first + 4, owner = owner.Value, now = Begins });
            await new GlassStore().AddAsync(unit, new GlassRow { Number = first + 4, RequesterId = new MemberId("kim"), OwnerId = owner, State = GlassState.Told });
            await new GlassStore().ToldAsync(unit, first + 4, owner);
            await new GlassStore().JudgeAsync(unit, first + 4, LaterVerdict.CouldWait);
        });
    }

    private Task PrepareAsync(Workspace workspace) => database.WriteAsync(async db =>
    {
        if (await new WorkspaceStore().FindAsync(db, workspace.Id) is null) await new WorkspaceStore().InsertAsync(db, workspace, Begins);
    });

    private Task AddPromiseAsync(Workspace workspace, Promise promise) => database.WriteAsync(db => promises.InsertAsync(new UnitOfWork(db, workspace, Begins), promise, promise.MakerId));

    /// <summary>Adds it open, then closes it, as the bot does.</summary>
    private Task AddTaskAsync(Workspace workspace, TaskItem task) => database.WriteAsync(async db =>
    {
        await new TaskStore().InsertAsync(db, workspace.Id, task with { State = TaskState.Open });
        await new TaskStore().SaveAsync(new UnitOfWork(db, workspace, Begins), task with { Revision = 2 }, TaskChangeKind.Finished, task.AssigneeId);
    });
}
