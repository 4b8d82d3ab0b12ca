using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.Duty;
using TriageBot.Features.Outbox;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Timers;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Breaks;

/// <summary>The course of a drain: takes the snapshot, hands out one message at a time, ends with a summary (rules H5, H7, H13, H14).</summary>
internal sealed class Drain(UrgentStore urgent, BreakStore breaks, Holding holding, DrainCards cards, DrainParts parts)
{
    private static readonly Duration LeaseTime = Duration.FromMinutes(10);

    /// <summary>Begins to drain in a break, or goes on where it is already open.</summary>
    /// <returns>Null when nothing is held.</returns>
    public async Task<Card?> OpenAsync(Turn turn, OwnerPlan plan, Break span)
    {
        var unit = turn.Unit;
        var session = await breaks.FindOpenAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false) ?? new BreakSession
        {
            Id = Guid.CreateVersion7(unit.Now.ToDateTimeOffset()).ToString("N"),
            OwnerId = plan.Owner,
            WindowKey = span.Key.Length > 0 ? span.Key : null,
            Kind = span.Kind,
            State = BreakState.Open,
            StartAt = span.Start,
            EndAt = span.End,
            OpenedAt = unit.Now,
        };
        session = await SnapshotAsync(unit, session).ConfigureAwait(false);
        if (session.SnapshotCount == 0) return null;
        await BreakTimers.WatchEndAsync(parts.Timers, unit, session, session.EndAt).ConfigureAwait(false);
        return await NextAsync(turn, plan, session, before: null).ConfigureAwait(false);
    }

    /// <summary>The next message for this person; with none left, newcomers while there is time, else the end.</summary>
    public async Task<Card> NextAsync(Turn turn, OwnerPlan plan, BreakSession session, RichText? before)
    {
        var unit = turn.Unit;
        var left = await LeftAsync(unit, plan, session).ConfigureAwait(false);
        if (left.Count == 0 && session.EndAt - unit.Now >= HoldRules.JoinWindow)
        {
            session = await SnapshotAsync(unit, session).ConfigureAwait(false);
            left = await LeftAsync(unit, plan, session).ConfigureAwait(false);
        }

        if (left.Count == 0)
        {
            var end = await EndAsync(unit, plan, session).ConfigureAwait(false);
            return end with { Text = Join(before, end.Text).Text };
        }

        var next = left.FirstOrDefault(message => !message.IsLeasedToAnother(turn.Author.Id, unit.Now));
        return next is null
            ? Join(before, await HeldByOthersAsync(unit, plan, left[0]).ConfigureAwait(false))
            : await ShowAsync(turn, plan, session, next, before).ConfigureAwait(false);
    }

    /// <summary>One message, leased to whoever looks at it.</summary>
    public async Task<Card> ShowAsync(Turn turn, OwnerPlan plan, BreakSession? session, HeldMessage message, RichText? before)
    {
        var unit = turn.Unit;
        await urgent.LeaseAsync(unit.Db, unit.Workspace.Id, message.Number, turn.Author.Id, unit.Now + LeaseTime).ConfigureAwait(false);
        var requester = await MemberAsync(unit, message.RequesterId).ConfigureAwait(false);
        return cards.Item(unit, plan, message, requester, await PlaceAsync(turn, plan, session).ConfigureAwait(false), before);
    }

    /// <summary>Ends a drain: what is left is carried; only those who wait longer than told hear of it (rule H13).</summary>
    /// <returns>"7 read, 4 answered, 2 planned, 1 carried", and one press to say how long it took.</returns>
    public async Task<Card> EndAsync(UnitOfWork unit, OwnerPlan plan, BreakSession session)
    {
        var left = await LeftAsync(unit, plan, session).ConfigureAwait(false);
        foreach (var message in left) await urgent.LeaveDrainAsync(unit.Db, unit.Workspace.Id, message.Number, skipped: false).ConfigureAwait(false);
        var solved = await CountSolvedAsync(unit, plan).ConfigureAwait(false);
        await breaks.SaveAsync(unit.Db, unit.Workspace.Id, session with { State = BreakState.Ended, EndedAt = unit.Now, SolvedCount = solved }).ConfigureAwait(false);
        if (left.Count > 0) await holding.PlaceAllAsync(unit, plan, "the break ended before it was read", mayStillChange: false).ConfigureAwait(false);
        var choices = await breaks.CountChoicesAsync(unit.Db, unit.Workspace.Id, session.Id).ConfigureAwait(false);
        var carried = left.Count + choices.GetValueOrDefault(DrainChoice.Skip);
        var counts = DrainChoice.Words
            .Where(choice => choices.ContainsKey(choice.Name))
            .Select(choice => $"{choices[choice.Name]} {choice.Words}")
            .Prepend($"{choices.Values.Sum()} read");
        if (carried > 0) counts = counts.Append($"{carried} carried");
        var summary = parts.Texts.Say(
            BreakTexts.Summary,
            ("counts", ReplyValue.Words(string.Join(", ", counts))),
            ("solved", SolvedText(solved)));
        if (carried > 0) summary = summary.Then(parts.Texts.Say(BreakTexts.Carried, ("break", await NextBreakAsync(unit, plan).ConfigureAwait(false))));
        return choices.Count == 0
            ? new Card(summary)
            : new Card(RichText.Lines(summary, parts.Texts.Say(TimeTexts.AskBreak)), BreakTime.Buttons(session));
    }

    /// <summary>A break with nothing to read only tells what solved itself, once (rule H10); it is no break of the plan, which stays for newcomers.</summary>
    public async Task<RichText> PassEmptyAsync(UnitOfWork unit, OwnerPlan plan)
    {
        var solved = await CountSolvedAsync(unit, plan).ConfigureAwait(false);
        if (solved == 0) return RichText.Empty;
        await breaks.SaveAsync(unit.Db, unit.Workspace.Id, new BreakSession
        {
            Id = Guid.CreateVersion7(unit.Now.ToDateTimeOffset()).ToString("N"),
            OwnerId = plan.Owner,
            Kind = BreakKind.Extra,
            State = BreakState.Ended,
            StartAt = unit.Now,
            EndAt = unit.Now,
            OpenedAt = unit.Now,
            EndedAt = unit.Now,
            SolvedCount = solved,
        }).ConfigureAwait(false);
        return SolvedText(solved);
    }

    /// <summary>A break whose time is over goes on while somebody is at it; otherwise it is ended for them.</summary>
    public async Task EndOverdueAsync(UnitOfWork unit, BreakSession session)
    {
        var plan = await PlanAsync(unit, session.OwnerId).ConfigureAwait(false);
        var left = await LeftAsync(unit, plan, session).ConfigureAwait(false);
        if (left.Max(message => message.LeasedUntilAt) is { } lease && lease > unit.Now)
        {
            await BreakTimers.WatchEndAsync(parts.Timers, unit, session, lease).ConfigureAwait(false);
            return;
        }

        var summary = await EndAsync(unit, plan, session).ConfigureAwait(false);
        await parts.Outbox.TellAsync(unit, plan.Owner, summary).ConfigureAwait(false);
    }

    /// <summary>A break that was never opened: its messages go to the next one (rule H16), what cannot wait that long to whoever covers. Who waits longer is told so.</summary>
    public async Task CarryMissedAsync(UnitOfWork unit, OwnerPlan plan, Instant start)
    {
        var missed = (await urgent.HeldAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false)).Count(message => message.ReleaseAt == start);
        var owner = await MemberAsync(unit, plan.Owner).ConfigureAwait(false);
        var next = (await holding.UpcomingAsync(unit, plan).ConfigureAwait(false)).FirstOrDefault(span => span.Start > unit.Now)?.Start;
        var (cover, given) = await parts.Missed.GiveToCoverAsync(unit, plan, next).ConfigureAwait(false);
        var reason = cover is null ? $"the break was not opened, and nobody covers for {owner.Name}" : "the break was not opened";
        await holding.PlaceAllAsync(unit, plan, reason, mayStillChange: false).ConfigureAwait(false);
        var to = given > 0 && cover is not null ? parts.Texts.Say(BreakTexts.MissedGiven, ("count", given), ("member", cover.AsRun())) : (RichText?)null;
        await parts.Notices.MissedAsync(unit, plan, new MissedBreak(start, missed, to), await NextBreakAsync(unit, plan).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public async Task<bool> IsNowAsync(UnitOfWork unit, OwnerPlan plan, string breakKey) =>
        (await holding.UpcomingAsync(unit, plan).ConfigureAwait(false)).TakeWhile(span => span.Start <= unit.Now).Any(span => span.Key == breakKey);

    public async Task<ReplyValue> NextBreakAsync(UnitOfWork unit, OwnerPlan plan)
    {
        var next = (await holding.UpcomingAsync(unit, plan).ConfigureAwait(false)).FirstOrDefault(span => span.Start > unit.Now);
        return next is null ? ReplyValue.Words("no planned") : Say.Moment(next.Start, unit.Now, plan.Calendar.Zone);
    }

    public async Task<Member> MemberAsync(UnitOfWork unit, MemberId id) =>
        await parts.Members.FindAsync(unit.Db, unit.Workspace.Id, id).ConfigureAwait(false) ?? throw new InvalidOperationException($"'{id}' is no member.");

    public async Task<OwnerPlan> PlanAsync(UnitOfWork unit, MemberId owner) =>
        await parts.Owners.FindAsync(unit.Db, unit.Workspace, owner).ConfigureAwait(false) ?? throw new InvalidOperationException($"'{owner}' is no owner.");

    /// <summary>How many left the queue by themselves since the last break ended, those of this very break among them.</summary>
    private async Task<int> CountSolvedAsync(UnitOfWork unit, OwnerPlan plan)
    {
        var since = await breaks.LastEndAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false);
        return await urgent.CountSolvedAsync(unit.Db, unit.Workspace.Id, plan.Owner, since).ConfigureAwait(false);
    }

    private RichText SolvedText(int count) => count switch
    {
        0 => RichText.Empty,
        1 => parts.Texts.Say(BreakTexts.SolvedOne),
        _ => parts.Texts.Say(BreakTexts.Solved, ("count", count)),
    };

    private async Task<BreakSession> SnapshotAsync(UnitOfWork unit, BreakSession session)
    {
        var taken = await urgent.TakeSnapshotAsync(unit.Db, unit.Workspace.Id, session.OwnerId, session.Id).ConfigureAwait(false);
        var grown = session with { SnapshotCount = session.SnapshotCount + taken };
        if (grown.SnapshotCount > 0) await breaks.SaveAsync(unit.Db, unit.Workspace.Id, grown).ConfigureAwait(false);
        return grown;
    }

    private async Task<IReadOnlyList<HeldMessage>> LeftAsync(UnitOfWork unit, OwnerPlan plan, BreakSession session)
    {
        var held = await urgent.HeldAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false);
        return HeldOrder.Sort(held.Where(message => message.SessionId == session.Id), plan.Calendar, parts.Settings);
    }

    /// <summary>"3 of 7": what was decided, what others are looking at, then this one.</summary>
    private async Task<(int Index, int Count)> PlaceAsync(Turn turn, OwnerPlan plan, BreakSession? session)
    {
        if (session is null) return (1, 1);
        var chosen = await breaks.CountChoicesAsync(turn.Db, turn.Workspace.Id, session.Id).ConfigureAwait(false);
        var left = await LeftAsync(turn.Unit, plan, session).ConfigureAwait(false);
        var others = left.Count(message => message.IsLeasedToAnother(turn.Author.Id, turn.Now));
        return (chosen.Values.Sum() + others + 1, session.SnapshotCount);
    }

    private async Task<RichText> HeldByOthersAsync(UnitOfWork unit, OwnerPlan plan, HeldMessage message)
    {
        var holder = await MemberAsync(unit, message.LeasedBy ?? plan.Owner).ConfigureAwait(false);
        return parts.Texts.Say(
            BreakTexts.AllLeased,
            ("member", holder.AsRun()),
            ("until", Say.Moment(message.LeasedUntilAt ?? unit.Now, unit.Now, plan.Calendar.Zone)));
    }

    private static Card Join(RichText? before, RichText text) => new(before is null ? text : RichText.Lines(before, text));
}

/// <summary>What the drain works with besides its stores.</summary>
internal sealed record DrainParts(
    MemberStore Members, OwnerStore Owners, OutboxStore Outbox, TimerStore Timers, BreakNotices Notices, MissedBreaks Missed, ReplyTexts Texts, HoldSettings Settings);

/// <summary>The choices of a drain, as stored and as counted in its summary.</summary>
internal static class DrainChoice
{
    public const string Answer = "answer";
    public const string Promise = "promise";
    public const string Today = "today";
    public const string Schedule = "schedule";
    public const string Delegate = "delegate";
    public const string Decline = "decline";
    public const string Someday = "someday";

    /// <summary>The choice of rule H12: it stays held, and comes first at the next break.</summary>
    public const string Skip = "skip";

    /// <summary>In the order of the summary; skipped ones are counted with what is carried.</summary>
    public static IReadOnlyList<(string Name, string Words)> Words { get; } =
    [
        (Answer, "answered"), (Promise, "promised"), (Today, "for today"), (Schedule, "planned"), (Delegate, "delegated"), (Decline, "declined"), (Someday, "someday"),
    ];
}
