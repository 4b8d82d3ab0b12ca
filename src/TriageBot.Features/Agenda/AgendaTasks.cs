using System.Globalization;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Agenda;

/// <summary>The lines of an agenda that are tasks, with the cut line between them (rules A2, A5).</summary>
internal sealed class AgendaTasks(ReplyTexts texts, TaskFacts facts)
{
    private const int CustomerLength = 60;

    /// <summary>From so many carries on they are shown (rule A7).</summary>
    private const int ShownCarries = 2;

    /// <summary>"30m", "30m?" where nobody has said how long it takes.</summary>
    public static string Minutes(TaskItem task) =>
        string.Create(CultureInfo.InvariantCulture, $"{task.EstimateMinutes ?? Estimates.Unknown}m{(task.EstimateMinutes is null ? "?" : "")}");

    public IEnumerable<AgendaLine> Lines(AgendaScope scope, AgendaRoom room)
    {
        var view = scope.View;
        var shown = Shown(view, room);
        var (isUnder, isCut) = ((bool?)null, false);
        foreach (var entry in shown)
        {
            if (!entry.Fits && !isCut)
            {
                isCut = true;
                yield return CutLine(scope);
            }

            if (entry.IsFirst != isUnder)
            {
                isUnder = entry.IsFirst;
                yield return AgendaLine.Of(texts.Say(entry.IsFirst ? AgendaTexts.First : AgendaTexts.Then));
                if (entry.IsFirst && room.AreFirstNumbers) yield return Numbers(view);
            }

            if (!entry.IsFirst || !room.AreFirstNumbers) yield return Line(entry, scope, room);
        }

        if (!isCut && view.Entries.Any(entry => !entry.Fits) && shown.Count == view.Entries.Count(entry => entry.Fits)) yield return CutLine(scope);
        if (Hidden(view, shown) is > 0 and var more) yield return AgendaLine.Of(texts.Say(scope.IsWhole ? AgendaTexts.MoreTasks : AgendaTexts.More, ("count", more)));
        if (view.MoreUndated > 0) yield return AgendaLine.Of(texts.Say(AgendaTexts.MoreUndated, ("count", view.MoreUndated)));
        if (shown.Any(entry => entry.Task.EstimateMinutes is null) && !room.AreFirstNumbers) yield return AgendaLine.Of(texts.Say(AgendaTexts.Unknown));
    }

    /// <summary>What is to be done first, and of the rest as much as there is room for.</summary>
    public static IReadOnlyList<AgendaEntry> Shown(AgendaView view, AgendaRoom room)
    {
        var first = view.Entries.Where(entry => entry.IsFirst).Take(AgendaRoom.MostFirst);
        var fitting = view.Entries.Where(entry => entry is { IsFirst: false, Fits: true }).Take(room.Then);
        var below = view.Entries.Where(entry => entry is { IsFirst: false, Fits: false }).Take(room.Below);
        return [.. first.Concat(fitting).Concat(below)];
    }

    /// <summary>Planned tasks that are only counted.</summary>
    public static int Hidden(AgendaView view, IReadOnlyList<AgendaEntry> shown) => view.Entries.Count - shown.Count + view.More;

    private AgendaLine CutLine(AgendaScope scope) =>
        AgendaLine.Of(texts.Say(AgendaTexts.CutLine, ("day", ReplyValue.Words(scope.View.Date == scope.Today ? "today" : "that day"))));

    private AgendaLine Line(AgendaEntry entry, AgendaScope scope, AgendaRoom room)
    {
        var place = ("place", ReplyValue.Words(entry.Place.ToString(CultureInfo.InvariantCulture).PadLeft(2)));
        var seen = scope.Seen(entry.Task);
        if (!seen.IsWhole) return AgendaLine.Of(texts.Say(AgendaTexts.HiddenLine, place, ("what", ReplyValue.Words(seen.Task.What))));
        return AgendaLine.Of(
            texts.Say(AgendaTexts.Line, place, ("number", entry.Task.Number), ("what", AgendaTitle.Of(entry.Task.What, room.TitleLength))),
            [.. Since(entry, scope).Select(fact => new LinePart(" — ", fact)), .. Facts(entry.Task, scope).Select(fact => new LinePart(" · ", fact))]);
    }

    /// <summary>Until when, or since when.</summary>
    private IEnumerable<RichText> Since(AgendaEntry entry, AgendaScope scope)
    {
        if (TaskDue.Text(entry.Task, scope.Reader.Calendar, scope.Now) is { } due) yield return RichText.Plain(due);
        else if (entry.IsFirst && WorkingDaysSince(entry.Task, scope) is > 0 and var days) yield return texts.Say(days == 1 ? AgendaTexts.WaitingDay : AgendaTexts.WaitingDays, ("days", days));
    }

    private IEnumerable<RichText> Facts(TaskItem task, AgendaScope scope)
    {
        var reader = scope.Reader;
        yield return RichText.Plain(Minutes(task));
        if (task.Customer.Length > 0) yield return AgendaTitle.Of(task.Customer, CustomerLength);
        if (task.RequesterId is { } requester && requester != reader.Member.Id) yield return texts.Say(AgendaTexts.From, ("member", At(requester, reader)));
        foreach (var fact in facts.SeriesFacts(task, reader.People, reader.Member.Id, scope.Now, isShort: true)) yield return fact;
        if (task.CarryCount >= ShownCarries) yield return texts.Say(AgendaTexts.Carried, ("count", task.CarryCount));
        if (scope.View.Own.PlaceOf(task.Number) is not null) yield return texts.Say(TaskTexts.FactPinned);
    }

    private static ReplyValue At(MemberId member, AgendaReader reader) =>
        reader.People.Find(member).AsRun() is var run ? run with { Text = "@" + run.Text } : default;

    /// <summary>Working days that have begun since the day on which it came.</summary>
    private static int WorkingDaysSince(TaskItem task, AgendaScope scope)
    {
        var (calendar, created) = (scope.Reader.Calendar, scope.Reader.Calendar.Today(task.CreatedAt));
        var days = NodaTime.Period.DaysBetween(created, scope.View.Date);
        return days is <= 0 or > 400 ? 0 : Enumerable.Range(1, days).Count(day => calendar.IsWorkingDay(created.PlusDays(day)));
    }

    private AgendaLine Numbers(AgendaView view) => AgendaLine.Of(
        RichText.Plain("   "),
        view.Entries.Where(entry => entry.IsFirst).Take(AgendaRoom.MostFirst)
            .Select((entry, index) => new LinePart(index == 0 ? "" : " · ", RichText.Plain("#" + entry.Task.Number.ToString(CultureInfo.InvariantCulture)))));
}
