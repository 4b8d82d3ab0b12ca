using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Someday;

namespace TriageBot.Features.Tasks;

/// <summary>What can be pressed and chosen below a task.</summary>
internal static class TaskControls
{
    /// <summary>Choice that opens a form for any other day.</summary>
    public const string AnotherDay = "other";

    /// <summary>Choice that takes the do-day away.</summary>
    public const string NoDay = "none";

    /// <summary>Extra of a control that stands below a message about several tasks.</summary>
    public const string OneOfSeveral = "one";

    private const int DaysOffered = 5;

    /// <param name="canUndo">The card echoes the change that made this revision.</param>
    /// <param name="canJudge">Whoever sees it may say whether it is important.</param>
    public static ImmutableArray<Control> Of(TaskItem task, WorkCalendar calendar, LocalDate today, bool canUndo, bool canJudge) =>
        [.. Buttons(task, canUndo, canJudge), .. task.State is TaskState.Open or TaskState.Someday ? [Move(task, calendar, today)] : Array.Empty<Control>()];

    public static Button Undo(TaskItem task, bool named = false) => new(Id(TaskVerbs.Undo, task, named ? OneOfSeveral : ""), named ? $"Undo #{task.Number}" : "Undo");

    /// <param name="task">The control that opens it: the form is about the same item and revision.</param>
    public static Form MoveForm(ControlId task, string verb) => new(
        new ControlId(verb, task.Item, task.Revision).ToString(),
        $"When to work on #{task.Item}",
        [new FormField("when", "Day", MaxLength: 100, Hint: "tomorrow, fri, 2026-03-13, none")],
        task.Item);

    private static IEnumerable<Control> Buttons(TaskItem task, bool canUndo, bool canJudge)
    {
        if (task.State is TaskState.Open or TaskState.Someday) yield return new Button(Id(TaskVerbs.Done, task), "Done", ButtonStyle.Primary);
        if (task.State == TaskState.Someday) yield return SomedayControls.KeepButton(task);
        if (task.State == TaskState.Open)
        {
            if (canJudge && task.IsImportant is null)
            {
                yield return new Button(Id(TaskVerbs.Judge, task, "yes"), "Important");
                yield return new Button(Id(TaskVerbs.Judge, task, "no"), "Not important");
            }

            if (task.SeriesId is not null) yield return new Button(Id(TaskVerbs.Skip, task), "Skip this one");
            yield return new Button(Id(TaskVerbs.Someday, task), "Someday");
        }

        if (task.State is TaskState.Open or TaskState.Someday) yield return new Button(Id(TaskVerbs.Drop, task), "Drop", ButtonStyle.Danger);
        else if (!canUndo) yield return new Button(Id(TaskVerbs.Restore, task), "Restore");
        if (canUndo) yield return Undo(task);
    }

    private static Select Move(TaskItem task, WorkCalendar calendar, LocalDate today)
    {
        var choices = Days(calendar, today).Select(day => new Choice(LocalDatePattern.Iso.Format(day.Date), day.Label)).ToList();
        if (task.DoOn is not null) choices.Add(new Choice(NoDay, "No do-day"));
        choices.Add(new Choice(AnotherDay, "Another date…"));
        return new Select(Id(TaskVerbs.Move, task), "Move to…", [.. choices]);
    }

    /// <summary>Tomorrow, the next working days, and the first one of next week.</summary>
    private static IEnumerable<(LocalDate Date, string Label)> Days(WorkCalendar calendar, LocalDate today)
    {
        var tomorrow = today.PlusDays(1);
        yield return (tomorrow, $"Tomorrow, {TimeText.Day(tomorrow, today)}");
        var monday = today.Next(IsoDayOfWeek.Monday);
        var working = Enumerable.Range(2, 13).Select(today.PlusDays).Where(calendar.IsWorkingDay).ToList();
        var nextWeek = working.Find(date => date >= monday);
        foreach (var date in working.Take(DaysOffered - 1).Append(nextWeek).Where(date => date != default).Distinct())
        {
            yield return (date, date == nextWeek ? $"Next week, {TimeText.Day(date, today)}" : TimeText.Day(date, today));
        }
    }

    private static string Id(string verb, TaskItem task, string extra = "") => new ControlId(verb, task.Number, task.Revision, extra).ToString();
}
