using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.TimeLog;
using TriageBot.Core.Week;
using TriageBot.Features.Agenda;
using TriageBot.Features.Promises;

namespace TriageBot.Features.Week;

/// <summary>The lines of a weekly report, in the order of rule M1. What is private is counted, never named (rule A10).</summary>
internal sealed class WeekLines(PromiseCards promises, ReplyTexts texts)
{
    private const int MostCustomers = 5;
    private const int MostMisses = 5;
    private const int TitleLength = 40;

    /// <param name="advised">The recommended buffer (rule M4); null where too little is known.</param>
    /// <param name="signal">What speaks for another person (rule M3); null where nothing does.</param>
    public IEnumerable<RichText> Of(WeekReport report, OwnerPlan plan, LocalDate today, int? advised, HireSignal? signal)
    {
        var (from, to) = (("from", Day(report.Week.First, today)), ("to", Day(report.Week.Last, today)));
        if (report.IsEmpty) return [texts.Say(WeekTexts.Empty, from, to)];
        return
        [
            texts.Say(report.Week.Contains(today) ? WeekTexts.HeadSoFar : WeekTexts.Head, from, to),
            .. Time(report, plan),
            texts.Say(WeekTexts.Tasks, ("done", report.Done), ("carried", report.Facts.Carried), ("dropped", report.Dropped)),
            Urgent(report),
            .. Promises(report),
            .. Values(report),
            .. Someday(report),
            .. Buffer(plan, advised),
            .. signal is null ? [] : Hire(signal, today),
        ];
    }

    private IEnumerable<RichText> Time(WeekReport report, OwnerPlan plan)
    {
        if (report.Logged > 0)
        {
            yield return texts.Say(WeekTexts.Customers, ("minutes", Minutes(report.Customer)), ("percent", report.CustomerPercent), ("logged", Minutes(report.Logged)));
            if (report.Customers.Count > 0) yield return Named(report.Customers);
            var buffer = ("buffer", Minutes(plan.BufferMinutes));
            yield return texts.Say(
                WeekTexts.Unplanned,
                ("unplanned", Minutes(report.Unplanned)),
                ("planned", Minutes(report.Planned)),
                ("buffer", report.OverBuffer.Count == 0
                    ? texts.Say(WeekTexts.BufferKept, buffer)
                    : texts.Say(WeekTexts.BufferHit, buffer, ("days", ReplyValue.Words(DaysOf(report.OverBuffer))))));
        }

        yield return texts.Say(WeekTexts.Unlogged, ("unlogged", Minutes(report.Unlogged)), ("working", Minutes(report.Working)));
    }

    private RichText Named(IReadOnlyList<CustomerShare> customers)
    {
        var shown = customers.Take(MostCustomers).Select(one => texts.Say(
            WeekTexts.Customer, ("customer", AgendaTitle.Of(one.Customer, TitleLength)), ("minutes", Minutes(one.Minutes)), ("percent", one.Percent)));
        return RichText.Plain("  ").Then(Joined(customers.Count > MostCustomers ? shown.Append(RichText.Plain($"+{customers.Count - MostCustomers}")) : shown));
    }

    private RichText Urgent(WeekReport report)
    {
        var asked = ("asked", (ReplyValue)report.Facts.Asked);
        var all = report.Facts.Interruptions;
        if (all.Count == 0) return report.Facts.Asked == 0 ? texts.Say(WeekTexts.UrgentNone) : texts.Say(WeekTexts.Urgent, asked);
        return texts.Say(
            WeekTexts.UrgentInterrupted,
            asked,
            ("count", all.Count),
            ("verdicts", ReplyValue.Words(Counted(
                (all.Count(one => one.Verdict == LaterVerdict.CouldWait), "could have waited"),
                (all.Count(one => one.Verdict == LaterVerdict.CouldNotWait), "could not wait"),
                (report.NotJudged.Count, "not judged"),
                (all.Count(one => one.IsSafety), "by a safety word")))));
    }

    private IEnumerable<RichText> Promises(WeekReport report)
    {
        var count = report.Facts.Promises.Count;
        if (count == 0) yield break;
        var tally = report.Promises;
        var line = texts.Say(
            WeekTexts.Promises,
            ("count", count),
            ("classes", ReplyValue.Words(Counted(
                (tally.Kept, "kept"),
                (tally.Late, "late"),
                (tally.Broken, "broken"),
                (tally.Renegotiated, "renegotiated in time"),
                (tally.Withdrawn, "withdrawn"),
                (report.OpenPromises, "open")))));
        yield return tally.KeptPercent is { } percent ? line.Then(" · ").Then(texts.Say(WeekTexts.PromisesKept, ("percent", percent))) : line;
        foreach (var miss in report.Misses.Take(MostMisses)) yield return RichText.Plain("  ").Then(Miss(miss));
        if (report.Misses.Count > MostMisses) yield return RichText.Plain("  ").Then(texts.Say(WeekTexts.MissesMore, ("count", report.Misses.Count - MostMisses)));
    }

    private RichText Miss(Promise promise) => texts.Say(
        WeekTexts.Miss,
        ("number", promise.Number),
        ("customer", AgendaTitle.Of(promise.Customer, TitleLength)),
        ("what", AgendaTitle.Of(promise.What, TitleLength)),
        ("state", ReplyValue.Words(PromiseCards.StateOf(promise))),
        ("cause", promises.Cause(promise)));

    private IEnumerable<RichText> Values(WeekReport report)
    {
        if (report.Values.Count == 0) yield break;
        yield return texts.Say(WeekTexts.Values, ("values", Joined(report.Values.Select(share => texts.Say(
            WeekTexts.Value,
            ("value", ReplyValue.Words(share.Value is { } value ? ValueClasses.NameOf(value) : "no value")),
            ("minutes", Minutes(share.Minutes)),
            ("done", share.Done))))));
    }

    private IEnumerable<RichText> Someday(WeekReport report)
    {
        if (report.Someday is { Size: > 0 } someday) yield return texts.Say(WeekTexts.Someday, ("count", someday.Size), ("seen", someday.InTime), ("shown", someday.Shown));
    }

    private IEnumerable<RichText> Buffer(OwnerPlan plan, int? advised)
    {
        if (advised is not { } minutes) yield break;
        (string, ReplyValue)[] about = [("buffer", Minutes(plan.BufferMinutes)), ("days", BufferAdvice.Days)];
        yield return minutes == plan.BufferMinutes
            ? texts.Say(WeekTexts.BufferRight, about)
            : texts.Say(WeekTexts.Buffer, [.. about, ("advised", Minutes(minutes)), ("typed", ReplyValue.Words(minutes == 0 ? "none" : $"{minutes}m"))]);
    }

    private IEnumerable<RichText> Hire(HireSignal signal, LocalDate today)
    {
        var (least, most) = (signal.LeastPercent, signal.MostPercent);
        yield return texts.Say(
            WeekTexts.Hire,
            ("least", DemandWeek.FullPercent),
            ("percents", ReplyValue.Words(least == most ? $"{least}" : $"{least}–{most}")),
            ("full", signal.FullWeeks),
            ("weeks", CustomerDemand.Count),
            ("to", Day(signal.Demand.Last.Last, today)),
            ("over", signal.Demand.OverBuffer),
            ("first", ReplyValue.Words(WorkingDays(signal.DaysToClear[0]))),
            ("last", signal.DaysToClear[^1]));
        if (signal.Largest is { } large) yield return RichText.Plain("  ").Then(texts.Say(WeekTexts.HireCustomer, ("customer", AgendaTitle.Of(large.Customer, TitleLength)), ("percent", large.Percent)));
    }

    private static string WorkingDays(int days) => days == 1 ? "1 working day" : $"{days} working days";

    private static string Counted(params IEnumerable<(int Count, string Words)> counts) =>
        string.Join(", ", counts.Where(each => each.Count > 0).Select(each => $"{each.Count} {each.Words}"));

    private static string DaysOf(IEnumerable<LocalDate> days) => string.Join(", ", days.Select(day => TimeText.Weekday(day.DayOfWeek)));

    private static RichText Joined(IEnumerable<RichText> parts) =>
        parts.Index().Aggregate(RichText.Empty, (all, part) => (part.Index > 0 ? all.Then(" · ") : all).Then(part.Item));

    private static ReplyValue Day(LocalDate date, LocalDate today) => ReplyValue.Words(TimeText.Day(date, today));

    private static ReplyValue Minutes(int minutes) => ReplyValue.Words(DayText.Minutes(minutes));
}
