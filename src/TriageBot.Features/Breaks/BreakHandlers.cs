using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Urgent;
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

    /// <summary>Takes a skip back, as long as the break has not begun.</summary>
    public async Task<Reply> UnskipAsync(Turn turn)
    {
        var session = await breaks.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Extra).ConfigureAwait(false);
        if (session is not { State: BreakState.Skipped } || session.StartAt <= turn.Now) return Say(BreakTexts.NothingToSkip);
        if (Policy.Decide(turn.Actor, new Act.Drain(session.OwnerId)) is Verdict.Refused refused) return await parts.Refusals.ReplyAsync(turn, refused, "/break").ConfigureAwait(false);
        var plan = await drain.PlanAsync(turn.Unit, session.OwnerId).ConfigureAwait(false);
        await breaks.RemoveAsync(turn.Db, turn.Workspace.Id, session.Id).ConfigureAwait(false);
        await holding.PlaceAllAsync(turn.Unit, plan, "", mayStillChange: true).ConfigureAwait(false);
        return new Reply.Update(new Card(parts.Texts.Say(BreakTexts.Unskipped, ("break", At(session.StartAt, turn, plan)))));
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
            ? Say(BreakTexts.NotOpen, ("next", await drain.NextBreakAsync(turn.Unit, plan).ConfigureAwait(false)))
            : new Reply.Private(new Card(await drain.EndAsync(turn.Unit, plan, open).ConfigureAwait(false)));
    }

    private async Task<Reply> SkipAsync(Turn turn, OwnerPlan plan)
    {
        var upcoming = await holding.UpcomingAsync(turn.Unit, plan).ConfigureAwait(false);
        if (upcoming.FirstOrDefault(span => span.Start >= turn.Now) is not { } next) return Say(BreakTexts.NothingToSkip);
        if (next.Kind == BreakKind.Forced && await holding.IsNeededAsync(turn.Unit, plan, next).ConfigureAwait(false))
        {
            return Say(BreakTexts.SkipForced, ("break", At(next.Start, turn, plan)));
        }

        var session = Row(turn, plan, next, next.Start, BreakState.Skipped);
        await breaks.SaveAsync(turn.Db, turn.Workspace.Id, session).ConfigureAwait(false);
        var was = NameOf(next, plan);
        var later = await holding.PlaceAllAsync(turn.Unit, plan, $"the {was} break is skipped", mayStillChange: true).ConfigureAwait(false);
        var text = parts.Texts.Say(
            BreakTexts.Skipped,
            ("break", At(next.Start, turn, plan)),
            ("next", await drain.NextBreakAsync(turn.Unit, plan).ConfigureAwait(false)),
            ("later", Later(later)));
        return new Reply.Private(new Card(text, [new Button(new ControlId("break-unskip", Extra: session.Id).ToString(), "Undo")]));
    }

    /// <summary>Moves the next break of today, or adds one where today has none left (rule H8).</summary>
    private async Task<Reply> MoveAsync(Turn turn, OwnerPlan plan, string typed)
    {
        var today = plan.Calendar.Today(turn.Now);
        if (DueDateReader.Read(typed, turn.Now, new DueSettings(plan.Calendar, null)) is not DueReading.Value { Due: DueValue.At at }
            || at.Local.Date != today || ZoneTime.ToInstant(at.Local, at.Zone) is var start && start < turn.Now)
        {
            return Say(BreakTexts.MovePast, ("typed", ReplyValue.Typed(typed)));
        }

        var upcoming = await holding.UpcomingAsync(turn.Unit, plan).ConfigureAwait(false);
        var next = upcoming.FirstOrDefault(span => span.Start.InZone(plan.Calendar.Zone).Date == today);
        var moved = next is null
            ? Row(turn, plan, new Break("", BreakKind.Extra, start, start + ExtraLength), start, BreakState.Planned)
            : Row(turn, plan, next with { Kind = BreakKind.Moved }, start, BreakState.Planned);
        await breaks.SaveAsync(turn.Db, turn.Workspace.Id, moved).ConfigureAwait(false);
        var was = next is null ? "" : NameOf(next, plan);
        var later = await holding.PlaceAllAsync(turn.Unit, plan, $"the {was} break was moved to {TimeText.Clock(at.Local.TimeOfDay)}", mayStillChange: true).ConfigureAwait(false);
        return next is null
            ? Say(BreakTexts.Added, ("new", At(start, turn, plan)), ("later", Later(later)))
            : Say(BreakTexts.MovedTo, ("old", At(next.Start, turn, plan)), ("new", At(start, turn, plan)), ("later", Later(later)));
    }

    private ReplyValue Later(int count) => count == 0 ? RichText.Empty : parts.Texts.Say(BreakTexts.LaterTold, ("count", count));

    /// <summary>The row of a break; a planned one that has none yet gets one under its key, a moved one keeps its own.</summary>
    private static BreakSession Row(Turn turn, OwnerPlan plan, Break span, Instant start, BreakState state) => new()
    {
        Id = span.Key.Contains('/') || span.Key.Length == 0
            ? span.Key.Length == 0 ? Guid.CreateVersion7(turn.Now.ToDateTimeOffset()).ToString("N") : $"{plan.Owner.Value}|{span.Key}"
            : span.Key,
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

    private static ReplyValue At(Instant moment, Turn turn, OwnerPlan plan) => Features.Say.Moment(moment, turn.Now, plan.Calendar.Zone);

    private Reply.Private Say(ReplyText text, params ReadOnlySpan<(string, ReplyValue)> values) => new(new Card(parts.Texts.Say(text, values)));
}
