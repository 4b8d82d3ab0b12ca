using System.Globalization;
using NodaTime.Text;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Week;
using TriageBot.Features.Agenda;

namespace TriageBot.Features.Week;

/// <summary>One owner's weekly report, with the way to the weeks around it and to a verdict on what interrupted them.</summary>
internal sealed class WeekCards(WeekStore store, DayLog log, HireSignals hire, WeekLines lines)
{
    /// <summary>A list holds 25, and each of them takes two.</summary>
    private const int MostJudged = 12;

    private const int LongestLabel = 90;

    /// <param name="before">What was just done.</param>
    public async Task<Card> OfAsync(UnitOfWork unit, OwnerPlan plan, ReportWeek week, RichText? before = null, params IEnumerable<Control> also)
    {
        var today = plan.Calendar.Today(unit.Now);
        var report = WeekReport.Of(week, await store.FactsAsync(unit, plan.Owner, plan.Calendar, week).ConfigureAwait(false), plan.Calendar, plan.BufferMinutes, unit.Now);
        // The buffer is one of today, so an older week has nothing to say about it.
        var advised = week.Contains(today) ? await log.RecommendedBufferAsync(unit, plan, today).ConfigureAwait(false) : null;
        var signal = report.IsEmpty ? null : await hire.OfAsync(unit, plan, week).ConfigureAwait(false);
        var text = RichText.Lines(lines.Of(report, plan, today, advised, signal));
        return new Card(
            before is null ? text : RichText.Lines(before, text),
            [
                .. also,
                new Button(new ControlId(WeekVerbs.Show, Extra: NameOf(week.Before)).ToString(), "The week before"),
                .. week.After.First <= today ? [new Button(new ControlId(WeekVerbs.Show, Extra: NameOf(week.After)).ToString(), "The week after")] : Array.Empty<Control>(),
                .. report.NotJudged.Count > 0 ? [Judge(week, report.NotJudged)] : Array.Empty<Control>(),
            ]);
    }

    /// <summary>The week of a button; null for one that no report has written.</summary>
    public static ReportWeek? WeekOf(string name) => LocalDatePattern.Iso.Parse(name).TryGetValue(default, out var day) ? ReportWeek.Of(day) : null;

    public static string NameOf(ReportWeek week) => LocalDatePattern.Iso.Format(week.First);

    private static Select Judge(ReportWeek week, IReadOnlyList<Interruption> open) => new(
        new ControlId(WeekVerbs.Judge, Extra: NameOf(week)).ToString(),
        "Could what interrupted you have waited?",
        [.. open.Take(MostJudged).SelectMany(one => Enum.GetValues<LaterVerdict>().Select(verdict => new Choice(
            string.Create(CultureInfo.InvariantCulture, $"{one.Number}:{verdict}"),
            Say.Shorten($"#{one.Number} {Words(verdict)} · {(one.Customer.Length > 0 ? one.Customer + ": " : "")}{one.What}", LongestLabel))))]);

    public static string Words(LaterVerdict verdict) => verdict == LaterVerdict.CouldWait ? "could have waited" : "could not wait";
}
