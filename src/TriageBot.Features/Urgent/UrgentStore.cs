using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.Dates;
using TriageBot.Storage;

namespace TriageBot.Features.Urgent;

/// <summary>Rows of urgent messages, and with them the counts of those that wait for each break.</summary>
public sealed class UrgentStore(BreakLoadStore loads)
{
    private const int MostOfCustomer = 50;

    private const string Columns =
        """
        number, owner_id, requester_id, what, customer, due_on, due_local, due_zone, if_it_waits, may_stop_business, state, waiting_since_at,
        asked_count, break_key, release_at, promised_at, told_promise_at, move_reason, skip_count, session_id, leased_by,
        leased_until_at, last_change, closed_by, revision, link, latest_at, answer_due_at, duty_number,
        (select tier = 'Key' from customers c where c.workspace_id = urgent_messages.workspace_id and c.name = urgent_messages.customer and c.merged_into is null)
            as is_for_key_customer,
        exists (select 1 from break_glass g where g.workspace_id = urgent_messages.workspace_id and g.number = urgent_messages.number and g.state = 'Safety') as went_at_once
        """;

    public Task<HeldMessage?> FindAsync(DbSession db, WorkspaceId workspace, long number) =>
        db.FirstOrDefaultAsync<HeldMessage>(
            $"select {Columns} from urgent_messages where workspace_id = @workspace and number = @number",
            new { workspace = workspace.Value, number });

    /// <summary>In the order of the numbers; the plus keeps the database from walking all messages of all times in that order for the few that are held.</summary>
    public Task<IReadOnlyList<HeldMessage>> HeldAsync(DbSession db, WorkspaceId workspace, MemberId owner) =>
        db.QueryAsync<HeldMessage>(
            $"select {Columns} from urgent_messages where workspace_id = @workspace and owner_id = @owner and state = 'Held' order by +number",
            new { workspace = workspace.Value, owner = owner.Value });

    /// <summary>Held messages about a customer, oldest first; of so many that nobody reads them all, the newest.</summary>
    public async Task<IReadOnlyList<HeldMessage>> HeldForCustomerAsync(DbSession db, WorkspaceId workspace, string customer) =>
        [.. (await db.QueryAsync<HeldMessage>(
            $"""
             select {Columns} from urgent_messages
             where workspace_id = @workspace and customer = @customer and customer <> '' and state = 'Held' order by +number desc limit {MostOfCustomer}
             """,
            new { workspace = workspace.Value, customer }).ConfigureAwait(false)).Reverse()];

    /// <summary>Names of customers that messages carry.</summary>
    public Task<IReadOnlyList<string>> CustomersAsync(DbSession db, WorkspaceId workspace) =>
        db.QueryAsync<string>("select distinct customer from urgent_messages where workspace_id = @workspace and customer <> ''", new { workspace = workspace.Value });

    public Task<int> RenameCustomerAsync(UnitOfWork unit, string from, string to) =>
        unit.Db.ExecuteAsync(
            "update urgent_messages set customer = @to where workspace_id = @workspace and customer = @from and customer <> ''",
            new { workspace = unit.Workspace.Id.Value, from, to });

    public Task SetCustomerAsync(DbSession db, WorkspaceId workspace, long number, string customer) =>
        db.ExecuteAsync(
            """
            update urgent_messages set customer = @customer, last_change = 'its customer was named', revision = revision + 1
            where workspace_id = @workspace and number = @number
            """,
            new { workspace = workspace.Value, number, customer });

    /// <summary>True when at least so many of the owner's held messages have waited longer than this one.</summary>
    /// <param name="count">1–25. It stands in the text: SQLite would compile a text with a limit to be filled in anew for each value.</param>
    public async Task<bool> HaveWaitedLongerAsync(DbSession db, WorkspaceId workspace, HeldMessage message, int count) =>
        await db.SingleAsync<int>(
            $"""
            select count(*) from (
                select 1 from urgent_messages
                where workspace_id = @workspace and owner_id = @owner and state = 'Held' and waiting_since_at < @since limit {count}) as longer
            """,
            new { workspace = workspace.Value, owner = message.OwnerId.Value, since = message.WaitingSinceAt }).ConfigureAwait(false) == count;

    /// <summary>A member's requests: what is held, and what was decided after <paramref name="since"/>; newest first, at most 25.</summary>
    public Task<IReadOnlyList<HeldMessage>> RequestsAsync(DbSession db, WorkspaceId workspace, MemberId requester, Instant since) =>
        db.QueryAsync<HeldMessage>(
            $"""
             select {Columns} from urgent_messages
             where workspace_id = @workspace and number in (
                select number from urgent_messages where workspace_id = @workspace and requester_id = @requester and state = 'Held'
                union all
                select number from urgent_messages where workspace_id = @workspace and requester_id = @requester and closed_at > @since)
             order by case when state = 'Held' then 0 else 1 end, number desc limit 25
             """,
            new { workspace = workspace.Value, requester = requester.Value, since });

    /// <summary>The held message that says the same (rule H11).</summary>
    public Task<HeldMessage?> FindSameAsync(DbSession db, WorkspaceId workspace, HeldMessage asked, Instant since) =>
        db.FirstOrDefaultAsync<HeldMessage>(
            $"""
             select {Columns} from urgent_messages
             where workspace_id = @workspace and requester_id = @requester and last_asked_at >= @since
               and owner_id = @owner and customer = @customer and same_text = @sameText and state = 'Held'
             order by number desc limit 1
             """,
            new
            {
                workspace = workspace.Value,
                requester = asked.RequesterId.Value,
                owner = asked.OwnerId.Value,
                customer = asked.Customer,
                sameText = SameText.KeyOf(asked.What),
                since,
            });

    /// <returns>The message as it was asked, at its place; how much its customer matters is not read.</returns>
    public async Task<HeldMessage> InsertAsync(DbSession db, WorkspaceId workspace, HeldMessage asked, long number, HoldPlace place)
    {
        var message = asked with
        {
            Number = number,
            AskedCount = 1,
            BreakKey = place.Break.Key,
            ReleaseAt = place.Break.Start,
            PromisedAt = place.PromisedAt,
            ToldPromiseAt = place.PromisedAt,
        };
        await db.ExecuteAsync(
            """
            insert into urgent_messages (workspace_id, number, owner_id, requester_id, what, same_text, customer, due_on, due_local, due_zone,
                if_it_waits, may_stop_business, state, waiting_since_at, last_asked_at, break_key, release_at, promised_at, told_promise_at,
                move_reason, last_change, link, latest_at, answer_due_at, duty_number)
            values (@workspace, @number, @owner, @requester, @what, @sameText, @customer, @dueOn, @dueLocal, @dueZone,
                @ifItWaits, false, 'Held', @since, @since, @breakKey, @release, @promised, @promised, '', '', @link, @latest, @answerDue, @duty)
            """,
            new
            {
                workspace = workspace.Value,
                number,
                link = message.Link,
                owner = message.OwnerId.Value,
                requester = message.RequesterId.Value,
                what = message.What,
                sameText = SameText.KeyOf(message.What),
                customer = message.Customer,
                dueOn = message.DueOn,
                dueLocal = message.DueLocal,
                dueZone = message.DueZone,
                ifItWaits = message.IfItWaits,
                since = message.WaitingSinceAt,
                breakKey = message.BreakKey,
                release = message.ReleaseAt,
                promised = message.PromisedAt,
                latest = message.LatestAt,
                answerDue = message.AnswerDueAt,
                duty = message.DutyNumber,
            }).ConfigureAwait(false);
        await loads.CameAsync(db, workspace, message.OwnerId, message.BreakKey).ConfigureAwait(false);
        return message;
    }

    /// <summary>Counts, and nothing else: not even the revision, so that a loud requester never makes the owner's open card stale (rule O6).</summary>
    public Task AskedAgainAsync(DbSession db, WorkspaceId workspace, long number, Instant now) =>
        db.ExecuteAsync(
            """
            update urgent_messages
            set asked_count = asked_count + 1, last_asked_at = @now
            where workspace_id = @workspace and number = @number
            """,
            new { workspace = workspace.Value, number, now });

    public Task SetHarmAsync(DbSession db, WorkspaceId workspace, long number, string ifItWaits, bool mayStopBusiness) =>
        db.ExecuteAsync(
            """
            update urgent_messages
            set if_it_waits = @ifItWaits, may_stop_business = @mayStopBusiness, last_change = 'the requester said what happens if it waits', revision = revision + 1
            where workspace_id = @workspace and number = @number
            """,
            new { workspace = workspace.Value, number, ifItWaits, mayStopBusiness });

    public Task SetDueAsync(DbSession db, WorkspaceId workspace, long number, DueColumns due) =>
        db.ExecuteAsync(
            """
            update urgent_messages
            set due_on = @On, due_local = @Local, due_zone = @Zone, last_change = 'the requester named a date', revision = revision + 1
            where workspace_id = @workspace and number = @number
            """,
            new { workspace = workspace.Value, number, due.On, due.Local, due.Zone });

    /// <summary>Into another owner's queue. It leaves its break, and must be placed anew.</summary>
    /// <param name="duty">The hand-off it is moved by; null when it stays there.</param>
    public Task GiveAsync(UnitOfWork unit, long number, MemberId to, long? duty) =>
        unit.Db.ExecuteAsync(
            """
            update urgent_messages
            set owner_id = @to, duty_number = @duty, break_key = '', leased_by = null, leased_until_at = null, last_change = 'it was handed over', revision = revision + 1
            where workspace_id = @workspace and number = @number and state = 'Held'
            """,
            new { workspace = unit.Workspace.Id.Value, number, to = to.Value, duty });

    /// <summary>What became of the messages of a hand-off (rule W2).</summary>
    public Task<HandOffDelta> DeltaAsync(UnitOfWork unit, long duty, Instant since) =>
        unit.Db.SingleAsync<HandOffDelta>(
            """
            select coalesce(sum(case when waiting_since_at > @since then 1 else 0 end), 0) as new,
                coalesce(sum(case when state in ('Answered', 'Solved') then 1 else 0 end), 0) as answered,
                coalesce(sum(case when state in ('Today', 'Scheduled') then 1 else 0 end), 0) as promised,
                coalesce(sum(case when state not in ('Held', 'Answered', 'Solved', 'Today', 'Scheduled') then 1 else 0 end), 0) as other
            from urgent_messages where workspace_id = @workspace and duty_number = @duty
            """,
            new { workspace = unit.Workspace.Id.Value, duty, since });

    /// <summary>Until when its service level lets it wait (rule H2). It leaves its break, and must be placed anew.</summary>
    /// <returns>False when it is not held any more, or that stood there already.</returns>
    public async Task<bool> SetLimitAsync(UnitOfWork unit, long number, HoldLimit? limit) =>
        await unit.Db.ExecuteAsync(
            """
            update urgent_messages set latest_at = @latest, answer_due_at = @due, break_key = case when session_id is null then '' else break_key end
            where workspace_id = @workspace and number = @number and state = 'Held'
              and (coalesce(latest_at, -1) <> coalesce(@latest, -1) or coalesce(answer_due_at, -1) <> coalesce(@due, -1))
            """,
            new { workspace = unit.Workspace.Id.Value, number, latest = limit?.Latest, due = limit?.Due }).ConfigureAwait(false) == 1;

    /// <summary>Another break, and with it another promise; what the requester was told stays. Whoever is done with an owner's queue has it counted anew.</summary>
    public Task PlaceAsync(DbSession db, WorkspaceId workspace, long number, HoldPlace place, string reason) =>
        db.ExecuteAsync(
            """
            update urgent_messages
            set break_key = @key, release_at = @release, promised_at = @promised,
                move_reason = case when @reason = '' then move_reason else @reason end
            where workspace_id = @workspace and number = @number
            """,
            new { workspace = workspace.Value, number, key = place.Break.Key, release = place.Break.Start, promised = place.PromisedAt, reason });

    public Task ToldAsync(DbSession db, WorkspaceId workspace, long number, Instant promise) =>
        db.ExecuteAsync(
            "update urgent_messages set told_promise_at = @promise where workspace_id = @workspace and number = @number",
            new { workspace = workspace.Value, number, promise });

    /// <summary>Takes everything that is held and in no drain, except what this drain has already skipped (rules H5, H7, H12).</summary>
    /// <returns>How many were taken.</returns>
    public async Task<int> TakeSnapshotAsync(DbSession db, WorkspaceId workspace, MemberId owner, string session)
    {
        var taken = await db.ExecuteAsync(
            """
            update urgent_messages set session_id = @session
            where workspace_id = @workspace and owner_id = @owner and state = 'Held' and session_id is null
              and number not in (select number from drain_choices where workspace_id = @workspace and session_id = @session)
            """,
            new { workspace = workspace.Value, owner = owner.Value, session }).ConfigureAwait(false);
        if (taken > 0) await loads.RecountAsync(db, workspace, owner).ConfigureAwait(false);
        return taken;
    }

    /// <summary>One person looks at it for ten minutes (rule H14); nobody else is given it meanwhile.</summary>
    public Task LeaseAsync(DbSession db, WorkspaceId workspace, long number, MemberId by, Instant until) =>
        db.ExecuteAsync(
            "update urgent_messages set leased_by = @by, leased_until_at = @until where workspace_id = @workspace and number = @number",
            new { workspace = workspace.Value, number, by = by.Value, until });

    /// <summary>Out of its drain without a decision: carried or skipped. A new place, and with it the counting, follows.</summary>
    public Task LeaveDrainAsync(DbSession db, WorkspaceId workspace, long number, bool skipped) =>
        db.ExecuteAsync(
            """
            update urgent_messages
            set session_id = null, leased_by = null, leased_until_at = null, skip_count = skip_count + @skips, revision = revision + @skips,
                last_change = case when @skips = 1 then 'it was skipped' else last_change end
            where workspace_id = @workspace and number = @number
            """,
            new { workspace = workspace.Value, number, skips = skipped ? 1 : 0 });

    /// <returns>False when it is no longer held in this revision: somebody was faster (rules X4, H14).</returns>
    public async Task<bool> CloseAsync(UnitOfWork unit, HeldMessage message, UrgentState state, MemberId by)
    {
        var closed = await unit.Db.ExecuteAsync(
            """
            update urgent_messages
            set state = @state, closed_at = @now, closed_by = @by, leased_by = null, leased_until_at = null, revision = revision + 1
            where workspace_id = @workspace and number = @number and state = 'Held' and revision = @revision
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                number = message.Number,
                revision = message.Revision,
                state = state.ToString(),
                by = by.Value,
                now = unit.Now,
            }).ConfigureAwait(false) == 1;
        if (closed && message.SessionId is null) await loads.WentAsync(unit.Db, unit.Workspace.Id, message).ConfigureAwait(false);
        return closed;
    }

    /// <summary>How many of an owner's messages were withdrawn or solved themselves after a moment (rule H10).</summary>
    public Task<int> CountSolvedAsync(DbSession db, WorkspaceId workspace, MemberId owner, Instant since) =>
        db.SingleAsync<int>(
            """
            select count(*) from urgent_messages
            where workspace_id = @workspace and owner_id = @owner and state in ('Withdrawn', 'Solved') and closed_at > @since
            """,
            new { workspace = workspace.Value, owner = owner.Value, since });
}

/// <summary>How many messages of a hand-off are new, and how many were decided how.</summary>
public sealed class HandOffDelta
{
    public int New { get; init; }

    public int Answered { get; init; }

    public int Promised { get; init; }

    public int Other { get; init; }
}
