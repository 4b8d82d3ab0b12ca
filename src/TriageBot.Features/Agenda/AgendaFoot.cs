using System.Globalization;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Features.Agenda;

/// <summary>The last lines of an agenda: what is counted, the week, someday-maybe, and how the day before went (rule A2).</summary>
internal sealed class AgendaFoot(AgendaCustomerLines customers, ReplyTexts texts)
{
    private const int TitleLength = 40;
    private const int MostOfDay = 4;

    public IEnumerable<AgendaLine> Lines(AgendaScope scope, AgendaRoom room)
    {
        var view = scope.View;
        if (view.HasNothingToDo) yield return AgendaLine.Of(texts.Say(AgendaTexts.Nothing));
        if (Counts(scope) is { Parts.Length: > 0 } counts) yield return counts;
        foreach (var line in customers.Lines(scope, room)) yield return line;
        if (!room.HasFoot) yield break;
        if (view.Week.Count > 0)
        {
            yield return AgendaLine.Of(texts.Say(AgendaTexts.Week));
            foreach (var day in view.Week) yield return WeekLine(day, scope);
        }

        if (view.RecommendedBuffer is { } buffer && buffer != view.Day?.Buffer)
        {
            yield return AgendaLine.Of(texts.Say(AgendaTexts.BufferAdvice, ("minutes", ReplyValue.Words(DayText.Minutes(buffer)))));
        }

        if (view.Someday is { } someday)
        {
            yield return SomedayLine(someday);
            // A long agenda has the room to say what they are.
            if (view.Week.Count > 0 || scope.IsWhole) foreach (var item in someday.Shown) yield return SomedayItem(item, scope);
        }

        if (view.Before is { IsEmpty: false } before) yield return Before(before, scope);
    }

    private AgendaLine Counts(AgendaScope scope)
    {
        var (view, counts) = (scope.View, new List<RichText>());
        if (view.NotYours > 0) counts.Add(texts.Say(AgendaTexts.NotYours, ("count", view.NotYours)));
        if (view.Untriaged > 0) counts.Add(texts.Say(AgendaTexts.Untriaged, ("count", view.Untriaged)));
        if (view.Queue is { } queue)
        {
            counts.Add(texts.Say(
                AgendaTexts.Queue,
                ("count", queue.Held),
                ("oldest", queue.OldestWaiting is { } waiting ? texts.Say(AgendaTexts.QueueOldest, ("span", Say.Span(waiting))) : RichText.Empty),
                ("next", queue.NextBreak is { } next ? texts.Say(AgendaTexts.QueueNext, ("time", Say.Moment(next, scope.Now, scope.Zone))) : RichText.Empty)));
        }

        return new AgendaLine([.. counts.Select((text, index) => new LinePart(index == 0 ? "" : "   ·   ", text))]);
    }

    private AgendaLine WeekLine(WeekDay day, AgendaScope scope)
    {
        var lead = texts.Say(
            day.Day.Over > 0 ? AgendaTexts.WeekDayOver : AgendaTexts.WeekDay,
            ("day", ReplyValue.Words(TimeText.Day(day.Date, scope.Today))),
            ("need", Minutes(day.Day.Need)),
            ("free", Minutes(day.Day.Free)),
            ("over", Minutes(Math.Max(0, day.Day.Over))));
        var tasks = day.Tasks.Take(MostOfDay).Select(task => new LinePart(" · ", Named(task, scope)));
        return AgendaLine.Of(lead, day.Tasks.Count > MostOfDay
            ? tasks.Append(new LinePart(" · ", RichText.Plain("+" + (day.Tasks.Count - MostOfDay).ToString(CultureInfo.InvariantCulture))))
            : tasks);
    }

    private AgendaLine SomedayLine(SomedayTurn turn) => AgendaLine.Of(
        texts.Say(AgendaTexts.Someday, ("shown", turn.Shown.Count), ("count", turn.Eligible)),
        [
            new LinePart(" ", texts.Say(AgendaTexts.SomedayDays, ("days", ReplyValue.Words(turn.WorkingDays == 1 ? "working day" : $"{turn.WorkingDays} working days")))),
            .. turn.Shown.Select((item, index) => new LinePart(
                index == 0 ? " " : " · ",
                RichText.Plain("#" + item.Number.ToString(CultureInfo.InvariantCulture)))),
            new LinePart("   ", texts.Say(AgendaTexts.SomedayHow)),
        ]);

    private AgendaLine SomedayItem(TaskItem item, AgendaScope scope) => AgendaLine.Of(RichText.Plain("   ").Then(Named(item, scope)));

    /// <summary>"#119 Payroll"; of what is private only that it is.</summary>
    private static RichText Named(TaskItem task, AgendaScope scope)
    {
        var seen = scope.Seen(task);
        return seen.IsWhole
            ? RichText.Plain(string.Create(CultureInfo.InvariantCulture, $"#{task.Number} ")).Then(AgendaTitle.Of(task.What, TitleLength))
            : RichText.Plain(seen.Task.What);
    }

    private AgendaLine Before(DayResult before, AgendaScope scope) => AgendaLine.Of(
        texts.Say(
            AgendaTexts.Before,
            ("when", ReplyValue.Words(before.On.PlusDays(1) == scope.View.Date ? "Yesterday" : TimeText.Weekday(before.On.DayOfWeek))),
            ("done", before.Done),
            ("carried", before.Carried)),
        [new LinePart(" ", texts.Say(AgendaTexts.BeforeUnplanned, ("unplanned", before.Unplanned), ("buffer", before.Buffer)))]);

    private static ReplyValue Minutes(int minutes) => ReplyValue.Words(DayText.Minutes(minutes));
}
