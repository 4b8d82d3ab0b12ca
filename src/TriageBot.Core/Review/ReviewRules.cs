using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Review;

/// <summary>What the review says about an item beside its facts (rule A7).</summary>
public enum ReviewQuestion
{
    None,

    /// <summary>Carried three times: asked whether it is still wanted.</summary>
    StillWanted,

    /// <summary>Carried five times: someday is proposed, never applied alone.</summary>
    ProposeSomeday,
}

/// <summary>When an owner is asked to close the day, and about what (rules A7, A8).</summary>
public static class ReviewRules
{
    public const int AskedFrom = 3;
    public const int ProposedFrom = 5;

    /// <summary>Missed by more than this, the prompt is left to the next morning; the same as for agendas (rule A1).</summary>
    public static readonly Duration LatestAfter = Duration.FromHours(3);

    private const int DaysAhead = 400;

    /// <summary>The end of work; null on a closed day.</summary>
    public static Instant? PromptAt(OwnerPlan plan, LocalDate day) => plan.Calendar.WorkdayOf(day)?.End;

    /// <summary>The first prompt later than <paramref name="after"/>; null when the owner works on no day of the next 400.</summary>
    public static Instant? NextPromptAt(OwnerPlan plan, Instant after)
    {
        var yesterday = plan.Calendar.Today(after).PlusDays(-1);
        return Enumerable.Range(0, DaysAhead).Select(days => PromptAt(plan, yesterday.PlusDays(days))).FirstOrDefault(due => due > after);
    }

    /// <summary>The first start of work later than <paramref name="after"/>; null as above.</summary>
    public static Instant? NextStartOfWork(OwnerPlan plan, Instant after)
    {
        var today = plan.Calendar.Today(after);
        return Enumerable.Range(0, DaysAhead).Select(days => plan.Calendar.WorkdayOf(today.PlusDays(days))?.Start).FirstOrDefault(start => start > after);
    }

    /// <summary>The day whose work ended last, if that was no longer ago than a prompt is still of use. Work may end after the next logical day has begun.</summary>
    public static LocalDate? DayToAskAbout(OwnerPlan plan, Instant now)
    {
        var today = plan.Calendar.Today(now);
        foreach (var day in new[] { today, today.PlusDays(-1) })
        {
            if (PromptAt(plan, day) is { } due && due <= now) return now - due <= LatestAfter ? day : null;
        }

        return null;
    }

    /// <summary>Planned for a day or before; or due by then without a do-day, and important. It is in the review of that day while it is open.</summary>
    public static bool IsPlannedFor(TaskItem task, WorkCalendar calendar, LocalDate day)
    {
        if (task.State != TaskState.Open) return false;
        return task.DoOn is { } planned ? planned <= day : task.IsImportant == true && TaskDue.DayOf(task, calendar) <= day;
    }

    /// <summary>Someday is never proposed for what is urgent and important, or has a due date.</summary>
    public static ReviewQuestion QuestionAbout(TaskItem task, WorkCalendar calendar, Instant now)
    {
        if (task.CarryCount < AskedFrom) return ReviewQuestion.None;
        var isUrgent = TaskUrgency.Of(task, calendar, now) != Urgency.None;
        var mayWait = TaskDue.Of(task) is null && Quadrants.Of(task.IsImportant, isUrgent) != Quadrant.UrgentAndImportant;
        return task.CarryCount >= ProposedFrom && mayWait ? ReviewQuestion.ProposeSomeday : ReviewQuestion.StillWanted;
    }

    /// <summary>Where what is left of a day goes: the next working day, but never into the past.</summary>
    public static LocalDate DayAfter(WorkCalendar calendar, LocalDate day, LocalDate today)
    {
        var earliest = day < today ? today : day.PlusDays(1);
        return Enumerable.Range(0, DaysAhead).Select(earliest.PlusDays).Where(calendar.IsWorkingDay).Append(earliest).First();
    }
}
