using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Duty;

/// <summary><c>/away</c>: shown, said, taken back.</summary>
internal sealed class AwayHandlers(AwayChanger changer, AwayParts parts, UrgentStore urgent, IntakeParts intake)
{
    public const string BackVerb = "away-back";

    public async Task<Reply> AwayAsync(Turn turn)
    {
        var (plan, problem) = await intake.OwnerNamedAsync(turn, turn.Author.Id.Value).ConfigureAwait(false);
        if (plan is null) return problem;
        if (turn.Values.Count == 0) return new Reply.Private(await ShowAsync(turn, plan).ConfigureAwait(false));
        if (turn.Value("until") is not { } typed) return parts.Texts.Private(DutyTexts.AwayWhen, turn.Typed);
        if (typed.Equals(DutyCommands.Back, StringComparison.OrdinalIgnoreCase)) return new Reply.Private(await BackAsync(turn, plan).ConfigureAwait(false));
        var (until, refusal) = await MomentAsync(turn, typed, plan.Calendar).ConfigureAwait(false);
        if (until is null) return refusal;
        Instant? from = turn.Now;
        if (turn.Value("from") is { } begins) (from, refusal) = await MomentAsync(turn, begins, plan.Calendar).ConfigureAwait(false);
        if (from is null) return refusal;
        var (cover, none) = turn.Value("cover") is { } named ? await intake.OwnerNamedAsync(turn, named).ConfigureAwait(false) : (null, Reply.Nothing.Instance);
        if (turn.Value("cover") is not null && cover is null) return none;
        var away = new Absence(Instant.Max(from.Value, turn.Now), until.Value, cover?.Owner);
        if (away.Until <= away.From) return parts.Texts.Private(DutyTexts.AwayPast, turn.Typed);
        if (away.Until - away.From > Duration.FromDays(Absence.MostDays)) return parts.Texts.Private(DutyTexts.AwayLong, ("days", Absence.MostDays), turn.Typed);
        if (cover is not null && (cover.Owner == plan.Owner || cover.AwayAt(away.From) is not null))
        {
            return parts.Texts.Private(DutyTexts.AwayCover, ("member", await parts.Members.NameAsync(turn.Unit, cover.Owner).ConfigureAwait(false)), turn.Typed);
        }

        return new Reply.Private(await SaveAsync(turn, plan, away).ConfigureAwait(false));
    }

    public async Task<Reply> BackPressedAsync(Turn turn)
    {
        var (plan, problem) = await intake.OwnerNamedAsync(turn, turn.Author.Id.Value).ConfigureAwait(false);
        return plan is null ? problem : new Reply.Update(await BackAsync(turn, plan).ConfigureAwait(false));
    }

    private async Task<Card> SaveAsync(Turn turn, OwnerPlan plan, Absence away)
    {
        var (changed, cover, moved) = await changer.SaveAsync(turn.Unit, plan, Absences.With(plan.Absences, away, turn.Now)).ConfigureAwait(false);
        var card = await ShowAsync(turn, changed).ConfigureAwait(false);
        if (away.From > turn.Now) return card;
        if (cover is not null)
        {
            var said = parts.Texts.Say(DutyTexts.AwayMoved, ("count", moved), ("member", await parts.Members.NameAsync(turn.Unit, cover.Owner).ConfigureAwait(false)));
            return card with { Text = RichText.Lines(card.Text, said) };
        }

        var held = (await urgent.HeldAsync(turn.Db, turn.Workspace.Id, plan.Owner).ConfigureAwait(false)).Count;
        var open = Say.Moment(changed.Calendar.NextOpen(away.Until), turn.Now, plan.Calendar.Zone);
        return card with { Text = RichText.Lines(card.Text, parts.Texts.Say(DutyTexts.AwayWaits, ("count", held), ("open", open))) };
    }

    private async Task<Card> BackAsync(Turn turn, OwnerPlan plan)
    {
        if (plan.Absences.All(one => one.Until <= turn.Now)) return new Card(parts.Texts.Say(DutyTexts.NotAway));
        await changer.SaveAsync(turn.Unit, plan, Absences.Back(plan.Absences, turn.Now)).ConfigureAwait(false);
        var held = await urgent.HeldAsync(turn.Db, turn.Workspace.Id, plan.Owner).ConfigureAwait(false);
        return new Card(parts.Texts.Say(DutyTexts.IsBack, ("count", held.Count)));
    }

    private async Task<Card> ShowAsync(Turn turn, OwnerPlan plan)
    {
        var lines = new List<RichText>();
        foreach (var away in plan.Absences.Where(one => one.Until > turn.Now))
        {
            var cover = await changer.Duty.InsteadOfAsync(turn.Unit, plan, Instant.Max(away.From, turn.Now)).ConfigureAwait(false);
            (string, ReplyValue)[] values = [("until", At(away.Until)), ("cover", await parts.CoverAsync(turn.Unit, cover).ConfigureAwait(false))];
            lines.Add(away.From <= turn.Now ? parts.Texts.Say(DutyTexts.AwayNow, values) : parts.Texts.Say(DutyTexts.AwayLater, [("from", At(away.From)), .. values]));
        }

        return lines.Count == 0
            ? new Card(parts.Texts.Say(DutyTexts.NotAway))
            : new Card(RichText.Lines([.. lines]), [new Button(new ControlId(BackVerb).ToString(), "I am back")]);

        ReplyValue At(Instant moment) => Say.Moment(moment, turn.Now, turn.AuthorZone, plan.Calendar.Zone);
    }

    /// <summary>A day counts from its beginning: "until Monday" is back on Monday.</summary>
    private async Task<(Instant? At, Reply Problem)> MomentAsync(Turn turn, string typed, WorkCalendar calendar) =>
        await intake.Due.ReadAsync(turn, typed).ConfigureAwait(false) switch
        {
            DueInputResult.Answer answer => (null, answer.Reply),
            DueInputResult.Read { Due: DueValue.Day day } => (LogicalDay.Bounds(day.Date, calendar.Zone, calendar.DayStart).Start, Reply.Nothing.Instance),
            DueInputResult.Read { Due: DueValue.At at } => (ZoneTime.ToInstant(at.Local, at.Zone), Reply.Nothing.Instance),
            _ => (null, parts.Texts.Private(DutyTexts.AwayWhen, turn.Typed)),
        };
}
