using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Time.Recurrences;
using TriageBot.Features.Series;

namespace TriageBot.Features.Tasks;

/// <summary>For whom lines of tasks are written, and by which clock.</summary>
/// <param name="ListOf">Whose list it is: what comes from them is not said to.</param>
/// <param name="Sight">Who reads it where it will stand (rule A10).</param>
internal sealed record TaskListView(TaskPeople People, MemberId ListOf, TaskReader Sight, Instant Now)
{
    public OwnOrder Own { get; init; } = OwnOrder.None;
}

/// <summary>What is known of a task, in a few words: whole on its card, shorter in a list.</summary>
internal sealed class TaskFacts(ReplyTexts texts)
{
    /// <summary>"1 #142 Refund Kay — due 11:00 · 30m · from @sam"; "3 private 45m" to whoever is not to know more.</summary>
    /// <param name="place">Place in the order, from 1.</param>
    public RichText Line(TaskItem task, int place, TaskListView view)
    {
        var seen = TaskSight.Of(task, view.Sight);
        if (!seen.IsWhole) return texts.Say(TaskTexts.LineHidden, ("place", place), ("what", ReplyValue.Words(seen.Task.What)));
        var calendar = view.People.CalendarOf(task.AssigneeId);
        var facts = new List<RichText>();
        if (TaskDue.Text(task, calendar, view.Now) is { } due) facts.Add(RichText.Plain(due));
        facts.AddRange(SeriesFacts(task, view.People, view.ListOf, view.Now, isShort: true));
        AddCommon(facts, task, view.People, view.ListOf);
        if (view.Own.PlaceOf(task.Number) is not null) facts.Add(texts.Say(TaskTexts.FactPinned));
        return texts.Say(
            TaskTexts.Line,
            ("place", place),
            ("number", task.Number),
            ("what", Say.Title(task.What)),
            ("facts", facts.Count == 0 ? RichText.Empty : RichText.Plain(" — ").Then(Joined(facts))));
    }

    /// <summary>Dates are echoed in full (rule D2), in both zones where who reads and who does it live in different ones (rule T1).</summary>
    public RichText OfCard(TaskItem task, TaskPeople people, MemberId reader, Instant now)
    {
        var facts = new List<RichText>();
        if (TaskDue.Of(task) is { } due) facts.Add(Date(TaskTexts.FactDue, due, task, people, reader, now));
        facts.AddRange(SeriesFacts(task, people, reader, now, isShort: false));
        if (task is { StartsLocal: { } local, StartsZone: { } zone } && ZoneTime.Find(zone) is { } at)
        {
            facts.Add(Date(TaskTexts.FactAt, new DueValue.At(local, at), task, people, reader, now));
        }
        else if (task.DoOn is { } day) facts.Add(Date(TaskTexts.FactDo, new DueValue.Day(day), task, people, reader, now));
        if (task.ReadyOn is { } ready) facts.Add(Date(TaskDue.DayOf(task, people.CalendarOf(task.AssigneeId)) < ready ? TaskTexts.FactDeferredPastDue : TaskTexts.FactDeferred, new DueValue.Day(ready), task, people, reader, now));
        AddCommon(facts, task, people, reader);
        if (task.MayStopBusiness) facts.Add(texts.Say(TaskTexts.FactStops));
        if (task.IsImportant is { } important) facts.Add(texts.Say(important ? TaskTexts.FactImportant : TaskTexts.FactNotImportant));
        else if (people.IsOwner(task.AssigneeId)) facts.Add(texts.Say(TaskTexts.FactUntriaged));
        return Joined(facts);
    }

    private RichText Date(ReplyText text, DueValue due, TaskItem task, TaskPeople people, MemberId reader, Instant now)
    {
        var (doing, reading) = (people.CalendarOf(task.AssigneeId), people.CalendarOf(reader));
        return texts.Say(text, ("day", ReplyValue.Words(DueText.EchoForBoth(due, now, reading, doing))));
    }

    /// <summary>"repeats every Monday", "missed ×3 since Mon", "paused until Wed 1 Apr"; nothing for what does not repeat.</summary>
    public IEnumerable<RichText> SeriesFacts(TaskItem task, TaskPeople people, MemberId reader, Instant now, bool isShort)
    {
        if (people.SeriesOf(task) is not { Series: var series } instance) yield break;
        var (rule, calendar) = (series.Rule, people.CalendarOf(task.AssigneeId));
        var today = calendar.Today(now);
        var pattern = isShort ? RecurrenceText.Pattern(rule.Pattern) : RecurrenceText.Print(rule, people.CalendarOf(reader).Zone);
        yield return texts.Say(SeriesTexts.Fact, ("pattern", ReplyValue.Words(pattern)));
        var paused = SeriesRules.PausedUntil(rule, series.PausedUntil, people.BackOn(task.AssigneeId, instance.Scheduled, now));
        var open = SeriesRules.CaughtUp(rule, instance.Instance, today, calendar, paused);
        if (SeriesRules.MissedText(rule, open, today, calendar) is { } missed) yield return RichText.Plain(missed);
        if (paused is { } until && until > today) yield return texts.Say(SeriesTexts.FactPaused, ("day", ReplyValue.Words(TimeText.Day(until, today))));
    }

    private void AddCommon(List<RichText> facts, TaskItem task, TaskPeople people, MemberId reader)
    {
        if (task.EstimateMinutes is { } minutes) facts.Add(texts.Say(TaskTexts.FactEstimate, ("minutes", minutes)));
        if (task.ValueClass is { } value) facts.Add(texts.Say(TaskTexts.FactValue, ("value", ReplyValue.Words(ValueClasses.NameOf(value)))));
        if (task.Customer.Length > 0) facts.Add(Say.Title(task.Customer).Text);
        if (task.AssigneeId != reader) facts.Add(texts.Say(TaskTexts.FactFor, ("member", people.Find(task.AssigneeId).AsRun())));
        if (task.RequesterId is { } requester && requester != reader)
        {
            facts.Add(texts.Say(TaskTexts.FactFrom, ("member", people.Find(requester).AsRun())));
        }

        if (task.IsPrivate) facts.Add(texts.Say(TaskTexts.FactPrivate));
    }

    private static RichText Joined(IReadOnlyList<RichText> facts) =>
        facts.Count == 0 ? RichText.Empty : facts.Aggregate((all, next) => all.Then(" · ").Then(next));
}
