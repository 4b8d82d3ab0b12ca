using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Breaks;

/// <summary><c>/break</c> and its actions: start, end, skip, at.</summary>
internal sealed class BreakHandlers(BreakStore breaks, Holding holding, Drain drain, IntakeParts parts, EmptyBreak emptyBreak)
{
    /// <summary>Opened this much before its start, a planned break is the one that is meant.</summary>
    private static readonly Duration EarlyStart = Duration.FromMinutes(15);

    private static readonly Duration ExtraLength = Duration.FromMinutes(15);

    public async Task<Reply> BreakAsync(Turn turn)
    {
        var (plan, problem) = await parts.OwnerNamedAsync(turn, turn.Value("for") ?? turn.Author.Id.Value).ConfigureAwait(false);
        if (plan is null) return problem;
        return turn.Value("action") switch
        {
            "end" => await EndAsync(turn, plan).ConfigureAwait(false),
            "skip" => await SkipAsync(turn, plan).ConfigureAwait(false),
            "at" => await MoveAsync(turn, plan, turn.Value("when") ?? "").ConfigureAwait(false),
            null when turn.Value("when") is { } word => parts.Problems.BadValue("After /break comes start, end, skip or at with a time: /break at 11:15.", word),
            _ => await StartAsync(turn, plan).ConfigureAwait(false),
        };
    }

    public async Task<Reply> StartPressedAsync(Turn turn)
    {
        var (plan, problem) = await parts.OwnerNamedAsync(turn, turn.Control.Extra).ConfigureAwait(false);
        if (plan is null) return problem;
        if (Policy.Decide(turn.Actor, new Act.Drain(plan.Owner)) is Verdict.Refused refused)
        {
            return await parts.Refusals.ReplyAsync(turn, refused, "/break").ConfigureAwait(false);
        }

        return await StartAsync(turn, plan).ConfigureAwait(false);
    }

    /// <summary>Takes a skip or a move back, unless the break has begun or was changed again since.</summary>
    public async Task<Reply> UndoAsync(Turn turn)
    {
        if (BreakUndo.Parse(turn.Control.Extra) is not { } undo) return parts.Texts.Private(BreakTexts.NothingToSkip);
        var session = await breaks.FindAsync(turn.Db, turn.Workspace.Id, undo.Id).ConfigureAwait(false);
        if (session is not { State: BreakState.Skipped or BreakState.Planned } || session.StartAt != undo.Set || session.StartAt <= turn.Now)
        {
            return parts.Texts.Private(BreakTexts.NothingToSkip);
        }

        if (Policy.Decide(turn.Actor, new Act.Drain(session.OwnerId)) is Verdict.Refused refused) return await parts.Refusals.ReplyAsync(turn, refused, "/break").ConfigureAwait(false);
        var plan = await drain.PlanAsync(turn.Unit, session.OwnerId).ConfigureAwait(false);
        if (undo.Before is { } before)
        {
            var length = session.EndAt - session.StartAt;
            await breaks.SaveAsync(turn.Db, turn.Workspace.Id, session with { State = BreakState.Planned, StartAt = before, EndAt = before + length }).ConfigureAwait(false);
        }
        else
        {
            await breaks.RemoveAsync(turn.Db, turn.Workspace.Id, session.Id).ConfigureAwait(false);
        }

        await holding.PlaceAllAsync(turn.Unit, plan, reason: "", mayStillChange: true).ConfigureAwait(false);
        return new Reply.Update(new Card(parts.Texts.Say(
            BreakTexts.Undone,
            ("next", await drain.NextBreakAsync(turn.Unit, plan).ConfigureAwait(false)))));
    }

    private async Task<Reply> StartAsync(Turn turn, OwnerPlan plan)
    {
        var upcoming = await holding.UpcomingAsync(turn.Unit, plan).ConfigureAwait(false);
        var span = upcoming.FirstOrDefault() is { } next && next.Start - EarlyStart <= turn.Now
            ? next with { Start = Instant.Min(next.Start, turn.Now) }
            : new Break("", BreakKind.Extra, turn.Now, turn.Now + ExtraLength);
        return await drain.OpenAsync(turn, plan, span).ConfigureAwait(false) is { } card
            ? new Reply.Private(card)
            : await emptyBreak.ReplyAsync(turn, plan).ConfigureAwait(false);
    }

    private async Task<Reply> EndAsync(Turn turn, OwnerPlan plan)
    {
        var open = await breaks.FindOpenAsync(turn.Db, turn.Workspace.Id, plan.Owner).ConfigureAwait(false);
        return open is null
            ? parts.Texts.Private(BreakTexts.NotOpen, ("next", await drain.NextBreakAsync(turn.Unit, plan).ConfigureAwait(false)))
            : new Reply.Private(await drain.EndAsync(turn.Unit, plan, open).ConfigureAwait(false));
    }

    private async Task<Reply> SkipAsync(Turn turn, OwnerPlan plan)
    {
        var upcoming = await holding.UpcomingAsync(turn.Unit, plan).ConfigureAwait(false);
        // The one whose time has come and that is not open yet is the next one: its nudge may be what is answered here.
        if (upcoming.FirstOrDefault() is not { } next) return parts.Texts.Private(BreakTexts.NothingToSkip);
        if (next.Kind == BreakKind.Forced && await holding.IsNeededAsync(turn.Unit, plan, next).ConfigureAwait(false))
        {
            return parts.Texts.Private(BreakTexts.SkipForced, ("break", At(next.Start, turn, plan)));
        }

        var session = Row(turn, plan, next, next.Start, BreakState.Skipped);
        await breaks.SaveAsync(turn.Db, turn.Workspace.Id, session).ConfigureAwait(false);
        var was = NameOf(next, plan);
        var later = await holding.PlaceAllAsync(turn.Unit, plan, $"the {was} break is skipped", mayStillChange: true).ConfigureAwait(false);
        return WithUndo(
            session,
            next,
            BreakTexts.Skipped,
            ("break", At(next.Start, turn, plan)),
            ("next", await drain.NextBreakAsync(turn.Unit, plan).ConfigureAwait(false)),
            ("later", Later(later)));
    }

    /// <summary>Moves the next break of today, or adds one where today has none left (rule H8).</summary>
    private async Task<Reply> MoveAsync(Turn turn, OwnerPlan plan, string typed)
    {
        var today = plan.Calendar.Today(turn.Now);
        var read = await parts.Due.ReadSeriesAsync(turn, typed).ConfigureAwait(false);
        if (read is DueInputResult.Answer answer) return answer.Reply;
        if (read is not DueInputResult.Read { Due: DueValue.At at } || ZoneTime.ToInstant(at.Local, at.Zone) is var start && start < turn.Now
            || start.InZone(plan.Calendar.Zone).Date != today)
        {
            return parts.Texts.Private(BreakTexts.MovePast, ("typed", ReplyValue.Typed(typed)));
        }

        var todays = (await holding.UpcomingAsync(turn.Unit, plan).ConfigureAwait(false))
            .TakeWhile(span => span.Start.InZone(plan.Calendar.Zone).Date <= today).ToList();
        // A forced break is there for somebody who waits; what an owner moves is their own.
        var next = todays.FirstOrDefault(span => span.Kind != BreakKind.Forced) ?? todays.FirstOrDefault();
        var moved = next is null
            ? Row(turn, plan, new Break("", BreakKind.Extra, start, start + ExtraLength), start, BreakState.Planned)
            : Row(turn, plan, next with { Kind = BreakKind.Moved }, start, BreakState.Planned);
        await breaks.SaveAsync(turn.Db, turn.Workspace.Id, moved).ConfigureAwait(false);
        var was = next is null ? "" : NameOf(next, plan);
        var later = await holding.PlaceAllAsync(turn.Unit, plan, $"the {was} break was moved to {TimeText.Clock(start.InZone(plan.Calendar.Zone).TimeOfDay)}", mayStillChange: true).ConfigureAwait(false);
        return next is null
            ? WithUndo(moved, null, BreakTexts.Added, ("new", At(start, turn, plan)), ("later", Later(later)))
            : WithUndo(moved, next, BreakTexts.MovedTo, ("old", At(next.Start, turn, plan)), ("new", At(start, turn, plan)), ("later", Later(later)));
    }

    /// <param name="before">The break as it was; null when it was not there.</param>
    private Reply.Private WithUndo(BreakSession now, Break? before, ReplyText text, params ReadOnlySpan<(string, ReplyValue)> values)
    {
        var undo = new BreakUndo(now.Id, now.StartAt, before is null || IsFromPlan(before) ? null : before.Start);
        return new Reply.Private(new Card(parts.Texts.Say(text, values), [new Button(new ControlId("break-undo", Extra: undo.ToString()).ToString(), "Undo")]));
    }

    /// <summary>A break that has no row yet: its key is made of its day and time.</summary>
    private static bool IsFromPlan(Break span) => span.Kind is BreakKind.Planned or BreakKind.Forced && span.Key.Contains('/');

    private ReplyValue Later(int count) => count == 0 ? RichText.Empty : parts.Texts.Say(BreakTexts.LaterTold, ("count", count));

    /// <summary>The row of a break. One from the plan has an id made of its owner and its key; any other keeps the id that is its key.</summary>
    private static BreakSession Row(Turn turn, OwnerPlan plan, Break span, Instant start, BreakState state) => new()
    {
        Id = span.Key switch
        {
            "" => Guid.CreateVersion7(turn.Now.ToDateTimeOffset()).ToString("N"),
            _ when span.Key.Contains('/') => $"{plan.Owner.Value}|{span.Key}",
            _ => span.Key,
        },
        OwnerId = plan.Owner,
        WindowKey = span.Key.Contains('/') ? span.Key : null,
        Kind = span.Kind,
        State = state,
        StartAt = start,
        EndAt = start + span.Length,
    };

    /// <summary>A break is known to requesters by its time in the plan, which stands in its key, however often it was moved since.</summary>
    private static string NameOf(Break span, OwnerPlan plan) => span.Key.Split('/') is [_, var planned]
        ? planned
        : TimeText.Clock(span.Start.InZone(plan.Calendar.Zone).TimeOfDay);

    private static ReplyValue At(Instant moment, Turn turn, OwnerPlan plan) => Say.Moment(moment, turn.Now, plan.Calendar.Zone);
}
