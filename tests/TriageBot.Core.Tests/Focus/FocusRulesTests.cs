using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Focus;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Focus;

public sealed class FocusRulesTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 12, 9, 0);

    private static OwnerPlan Plan(bool hasQuietHours, WeekHours? hours = null) =>
        new(new MemberId("alex"), new WorkCalendar(DateTimeZone.Utc, hours ?? WeekHours.Standard), [], new LocalTime(8, 30), "team") { HasQuietHours = hasQuietHours };

    private static FocusSession Focus(int minutes) => new() { Id = 7, StartedAt = Nine, EndsAt = Nine + Duration.FromMinutes(minutes) };

    [Theory]
    [InlineData(0, "focus/7")]
    [InlineData(59, "focus/7")]
    [InlineData(60, null)]
    public void H18_a_focus_guards_up_to_its_end_and_not_at_it(int minutes, string? key) =>
        Assert.Equal(key, FocusRules.GuardOf(Plan(hasQuietHours: true), Focus(60), Nine + Duration.FromMinutes(minutes))?.Key);

    [Fact]
    public void H18_what_somebody_has_ended_guards_nobody() =>
        Assert.Null(FocusRules.GuardOf(Plan(hasQuietHours: false), Focus(60) with { EndedAt = Nine }, Nine + Duration.FromMinutes(1)));

    [Theory]
    [InlineData(9, 16, false)]
    [InlineData(12, 17, true)]
    [InlineData(14, 10, true)]
    public void H18_quiet_hours_are_the_complement_of_working_hours(int day, int hour, bool isQuiet)
    {
        var guard = FocusRules.GuardOf(Plan(hasQuietHours: true), null, Instant.FromUtc(2026, 3, day, hour, 0));

        Assert.Equal(isQuiet, guard is not null);
        if (guard is not null) Assert.Equal(IsoDayOfWeekHour(day), guard.Until);
    }

    [Fact]
    public void Hours_that_never_open_leave_nothing_to_be_quiet_about() => Assert.Null(FocusRules.GuardOf(Plan(hasQuietHours: true, WeekHours.None), null, Nine));

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(480, true)]
    [InlineData(481, false)]
    public void A_focus_lasts_five_minutes_to_eight_hours(int minutes, bool works)
    {
        Assert.Equal(works, FocusRules.EndAfter(Nine, minutes) is not null);
        Assert.Equal(works, FocusRules.EndAt(Nine, Nine + Duration.FromMinutes(minutes)) is not null);
    }

    [Theory]
    [InlineData(45, 45)]
    [InlineData(0, 1)]
    [InlineData(90, 60)]
    public void Its_minutes_end_with_it_however_late_that_is_noticed(int noticedAfter, int minutes) =>
        Assert.Equal(minutes, FocusRules.MinutesOf(Focus(60), Nine + Duration.FromMinutes(noticedAfter)));

    [Theory]
    [InlineData(30, true)]
    [InlineData(60, false)]
    [InlineData(0, false)]
    public void A_break_lies_within_when_it_begins_after_now_and_before_the_end(int startsAfter, bool isWithin)
    {
        var start = Nine + Duration.FromMinutes(startsAfter);
        var span = new Break("2026-03-12/10:30", BreakKind.Planned, start, start + Duration.FromMinutes(15));

        Assert.Equal(isWithin, FocusRules.BreakWithin(Focus(60), [span], Nine) is not null);
    }

    /// <summary>Thursday evening waits for Friday, Saturday for Monday.</summary>
    private static Instant IsoDayOfWeekHour(int day) => Instant.FromUtc(2026, 3, day == 12 ? 13 : 16, 9, 0);
}
