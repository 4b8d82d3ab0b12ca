using System.Collections.Immutable;
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
        var (times, refusal) = await TimesAsync(turn, typed, plan.Calendar).ConfigureAwait(false);
        if (times is null) return refusal;
        var (cover, none) = turn.Value("cover") is { } named ? await intake.OwnerNamedAsync(turn, named).ConfigureAwait(false) : (null, Reply.Nothing.Instance);
        if (turn.Value("cover") is not null && cover is null) return none;
        var away = new Absence(Instant.Max(times.From, turn.Now), times.Until, cover?.Owner);
        if (away.Until <= away.From) return parts.Texts.Private(DutyTexts.AwayPast, turn.Typed);
        var all = Absences.With(Without(plan, turn.Choice, turn.Now), away, turn.Now);
        if (Absences.LongestRun(all, turn.Now) > Duration.FromDays(Absence.MostDays)) return parts.Texts.Private(DutyTexts.AwayLong, ("days", Absence.MostDays), turn.Typed);
        if (cover is not null && (cover.Owner == plan.Owner || cover.AwayAt(away.From) is not null))
        {
            return parts.Texts.Private(DutyTexts.AwayCover, ("member", await parts.Members.NameAsync(turn.Unit, cover.Owner).ConfigureAwait(false)), turn.Typed);
        }

        var card = await SaveAsync(turn, plan, away, all).ConfigureAwait(false);
        var others = await intake.Due.OtherAsync(turn, times.OtherOf, times.Other, NameOf(away)).ConfigureAwait(false);
        return new Reply.Private(card with { Controls = [.. others, .. card.Controls] });
    }

    public async Task<Reply> BackPressedAsync(Turn turn)
    {
        var (plan, problem) = await intake.OwnerNamedAsync(turn, turn.Author.Id.Value).ConfigureAwait(false);
        return plan is null ? problem : new Reply.Update(await BackAsync(turn, plan).ConfigureAwait(false));
    }

    private async Task<Card> SaveAsync(Turn turn, OwnerPlan plan, Absence away, ImmutableArray<Absence> all)
    {
        var (changed, cover, moved) = await changer.SaveAsync(turn.Unit, plan, all).ConfigureAwait(false);
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

    /// <summary>When it begins and ends, with the other reading of one of the two; or the answer to give instead.</summary>
    private async Task<(AwayTimes? Times, Reply Problem)> TimesAsync(Turn turn, string typed, WorkCalendar calendar)
    {
        var from = (At: (Instant?)turn.Now, Other: (NamedReading?)null, Problem: (Reply)Reply.Nothing.Instance);
        var begins = turn.Value("from");
        var today = calendar.Today(turn.Now);
        if (DaySpan.Of(typed, today) is { } days)
        {
            // "Until next week" ends where that week begins, "away next week" is all of it. Without a beginning the second is meant, with the first on a button.
            var after = days.Last.PlusDays(1);
            if (begins is null && days.First > today)
            {
                return (new AwayTimes(StartOf(days.First), StartOf(after), Until(SpanInput.Named(days.First)), typed), from.Problem);
            }

            if (begins is not null) from = await MomentAsync(turn, begins, calendar).ConfigureAwait(false);
            if (from.At is not { } at) return (null, from.Problem);
            return days.First > today
                ? (new AwayTimes(at, StartOf(days.First), Until(SpanInput.Named(after)), typed), from.Problem)
                : (new AwayTimes(at, StartOf(after), null, typed), from.Problem);
        }

        var until = await MomentAsync(turn, typed, calendar).ConfigureAwait(false);
        if (until.At is not { } end) return (null, until.Problem);
        if (begins is not null) from = await MomentAsync(turn, begins, calendar).ConfigureAwait(false);
        if (from.At is not { } start) return (null, from.Problem);
        if (until.Other is { } sooner && MomentOf(sooner.Due, calendar) > Instant.Max(start, turn.Now))
        {
            return (new AwayTimes(start, end, Until(sooner), typed), until.Problem);
        }

        var other = from.Other is { } earlier && MomentOf(earlier.Due, calendar) < end ? earlier with { Label = $"From {earlier.Label}" } : null;
        return (new AwayTimes(start, end, other, begins ?? ""), until.Problem);

        Instant StartOf(LocalDate day) => LogicalDay.Bounds(day, calendar.Zone, calendar.DayStart).Start;
    }

    private static NamedReading Until(NamedReading reading) => reading with { Label = $"Until {reading.Label}" };

    private async Task<(Instant? At, NamedReading? Other, Reply Problem)> MomentAsync(Turn turn, string typed, WorkCalendar calendar) =>
        await intake.Due.ReadAsync(turn, typed).ConfigureAwait(false) switch
        {
            DueInputResult.Answer answer => (null, null, answer.Reply),
            DueInputResult.Read read when MomentOf(read.Due, calendar) is { } at => (at, read.Other, Reply.Nothing.Instance),
            _ => (null, null, parts.Texts.Private(DutyTexts.AwayWhen, turn.Typed)),
        };

    /// <summary>A day counts from its beginning: "until Monday" is back on Monday.</summary>
    private static Instant? MomentOf(DueValue due, WorkCalendar calendar) => due switch
    {
        DueValue.Day day => LogicalDay.Bounds(day.Date, calendar.Zone, calendar.DayStart).Start,
        DueValue.At at => ZoneTime.ToInstant(at.Local, at.Zone),
        _ => null,
    };

    private static string NameOf(Absence away) => Absences.Print([away with { Cover = null }]);

    /// <summary>The absences but the one that the other reading takes the place of; what of it is over stays.</summary>
    /// <param name="made">Empty for whoever says it for the first time.</param>
    private static IEnumerable<Absence> Without(OwnerPlan plan, string made, Instant now)
    {
        foreach (var one in plan.Absences)
        {
            if (made.Length == 0 || NameOf(one) != made) yield return one;
            else if (one.From < now) yield return one with { Until = Instant.Min(one.Until, now) };
        }
    }
}

/// <param name="Other">The other reading, for a button.</param>
/// <param name="OtherOf">The text of which it is that.</param>
internal sealed record AwayTimes(Instant From, Instant Until, NamedReading? Other, string OtherOf);
