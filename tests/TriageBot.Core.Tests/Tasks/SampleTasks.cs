using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Tests.Time;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Tasks;

/// <summary>Tasks of an owner in Oslo who works Mon–Fri 09:00–17:00; it is Friday 13 March 2026, 09:00.</summary>
internal static class SampleTasks
{
    public static readonly MemberId Owner = new("you");
    public static readonly MemberId Sam = new("sam");
    public static readonly MemberId Kim = new("kim");

    public static readonly LocalDate Friday = new(2026, 3, 13);
    public static readonly WorkCalendar Calendar = new(Zones.Oslo, WeekHours.Standard);
    public static readonly Instant Now = Zones.Oslo.At("2026-03-13 09:00");

    public static TaskItem Task(long number = 1, bool? important = true) => new()
    {
        Number = number,
        What = $"Task {number}",
        CreatorId = Owner,
        AssigneeId = Owner,
        IsImportant = important,
        State = TaskState.Open,
        CreatedAt = Zones.Oslo.At("2026-03-10 09:00"),
    };

    public static TaskItem DueOn(this TaskItem task, string date) => task with { DueOn = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value };

    /// <param name="wallTime">"2026-03-13 11:00"</param>
    public static TaskItem DueAt(this TaskItem task, string wallTime, string zone = "Europe/Oslo") => task with
    {
        DueLocal = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(wallTime).Value,
        DueZone = zone,
    };
}
