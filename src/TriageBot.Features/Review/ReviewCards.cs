using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Review;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Review;

/// <summary>One item of a review with its choices, and what the prompts show (rule A8).</summary>
internal sealed class ReviewCards(ReplyTexts texts, TaskFacts facts)
{
    private const int MostShown = 8;
    private const int DaysOffered = 5;
    public Card Prompt(UnitOfWork unit, TaskPeople people, OwnerPlan plan, LocalDate day, RichText heading, IReadOnlyList<TaskItem> left)
    {
        var lines = left.Take(MostShown).Select((task, index) => Line(task, index + 1, people, plan, unit));
        var more = left.Count > MostShown ? [texts.Say(ReviewTexts.More, ("count", left.Count - MostShown))] : Array.Empty<RichText>();
        return new Card(RichText.Lines([heading, .. lines, .. more]), [BeginButton(day), RestButton(plan, day, unit.Now)]);
    }

    /// <param name="before">What was just chosen.</param>
    /// <param name="undo">Takes that back; null when nothing was chosen.</param>
    /// <param name="others">Whom it can be delegated to.</param>
    public Card Item(
        UnitOfWork unit, TaskPeople people, OwnerPlan plan, LocalDate day, IReadOnlyList<TaskItem> left, RichText? before, Control? undo, IEnumerable<Member> others)
    {
        var task = left[0];
        var question = ReviewRules.QuestionAbout(task, plan.Calendar, unit.Now);
        var item = texts.Say(
            ReviewTexts.Item,
            ("day", ReplyValue.Words(TimeText.Day(day, plan.Calendar.Today(unit.Now)))),
            ("left", left.Count),
            ("line", Line(task, 1, people, plan, unit)),
            ("carried", question switch
            {
                ReviewQuestion.StillWanted => texts.Say(ReviewTexts.StillWanted, ("count", task.CarryCount)),
                ReviewQuestion.ProposeSomeday => texts.Say(ReviewTexts.ProposeSomeday, ("count", task.CarryCount)),
                _ => RichText.Empty,
            }));
        return new Card(
            before is null ? item : RichText.Lines(before, item),
            [.. Buttons(task, plan, day, question, unit.Now, left.Count), .. undo is null ? Array.Empty<Control>() : [undo], .. Selects(task, plan, day, unit.Now, others)],
            task.Number);
    }

    public static Button BeginButton(LocalDate day) => new(new ControlId(ReviewVerbs.Begin, Extra: Iso(day)).ToString(), "Go through them", ButtonStyle.Primary);

    /// <summary>Takes back what was chosen for an item.</summary>
    /// <param name="revision">The task's revision since.</param>
    public static Button UndoButton(long number, long revision, LocalDate day, bool wasKept) =>
        new(new ControlId(ReviewVerbs.Undo, number, revision, wasKept ? $"{Iso(day)} {ReviewChoice.Keep}" : Iso(day)).ToString(), $"Undo #{number}");

    public static Form DayForm(ControlId id) => new(
        new ControlId(ReviewVerbs.DayForm, id.Item, id.Revision, id.Extra).ToString(),
        $"When to work on #{id.Item}",
        [new FormField("when", "Day", MaxLength: 100, Hint: "fri, 2026-03-20, in 3 days")],
        id.Item);

    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static Button RestButton(OwnerPlan plan, LocalDate day, Instant now) =>
        new(new ControlId(ReviewVerbs.Rest, Extra: Iso(day)).ToString(), day < plan.Calendar.Today(now) ? "Keep all as carried" : "All tomorrow");

    private static IEnumerable<Control> Buttons(TaskItem task, OwnerPlan plan, LocalDate day, ReviewQuestion question, Instant now, int left)
    {
        var proposesSomeday = question == ReviewQuestion.ProposeSomeday;
        yield return new Button(
            Id(ReviewVerbs.Tomorrow, task, day), NameOfNext(task, plan, day, now), proposesSomeday ? ButtonStyle.Normal : ButtonStyle.Primary);
        yield return new Button(Id(ReviewVerbs.Done, task, day), "Done");
        yield return new Button(Id(ReviewVerbs.Someday, task, day), "Someday", proposesSomeday ? ButtonStyle.Primary : ButtonStyle.Normal);
        yield return new Button(Id(ReviewVerbs.Drop, task, day), "Drop", ButtonStyle.Danger);
        if (left > 1) yield return RestButton(plan, day, now);
    }

    private static IEnumerable<Control> Selects(TaskItem task, OwnerPlan plan, LocalDate day, Instant now, IEnumerable<Member> others)
    {
        var today = plan.Calendar.Today(now);
        var days = Enumerable.Range(1, 14).Select(today.PlusDays).Where(plan.Calendar.IsWorkingDay).Take(DaysOffered)
            .Append(ReviewRules.DayAfter(plan.Calendar, today.Next(IsoDayOfWeek.Sunday), today)).Distinct()
            .Select(date => new Choice(Iso(date), TimeText.Day(date, today)));
        yield return new Select(Id(ReviewVerbs.Day, task, day), "A day…", [.. days, new Choice(TaskControls.AnotherDay, "Another date…")]);
        var members = MemberChoice.Of(others);
        if (!members.IsEmpty) yield return new Select(Id(ReviewVerbs.Delegate, task, day), "Give it to…", members);
    }

    private static string NameOfNext(TaskItem task, OwnerPlan plan, LocalDate day, Instant now)
    {
        var today = plan.Calendar.Today(now);
        var next = day < today ? task.DoOn ?? today : ReviewRules.DayAfter(plan.Calendar, day, today);
        return next == today ? "Today" : next == today.PlusDays(1) ? "Tomorrow" : TimeText.Day(next, today);
    }

    private RichText Line(TaskItem task, int place, TaskPeople people, OwnerPlan plan, UnitOfWork unit)
    {
        var line = facts.Line(task, place, new TaskListView(people, plan.Owner, TaskReader.Only(plan.Owner), unit.Now));
        return task.CarryCount > 1 ? line.Then(texts.Say(ReviewTexts.Carried, ("count", task.CarryCount))) : line;
    }

    private static string Id(string verb, TaskItem task, LocalDate day) => new ControlId(verb, task.Number, task.Revision, Iso(day)).ToString();
}
