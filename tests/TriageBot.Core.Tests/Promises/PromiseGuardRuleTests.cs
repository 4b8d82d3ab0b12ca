using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Promises;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Tests.Promises;

/// <summary>Rules C7 and C8: what is warned of, what is refused, when the maker is reminded.</summary>
public sealed class PromiseGuardRuleTests
{
    private static readonly WorkCalendar NineToFive = new(DateTimeZone.Utc, WeekHours.Standard);
    private static readonly Instant Wednesday = Instant.FromUtc(2026, 3, 11, 9, 0);

    [Theory]
    [InlineData(7, 1, false)]
    [InlineData(8, 6, true)] // 1…8 h: seven of eight are within 7 h
    [InlineData(8, 7, false)]
    [InlineData(20, 16, true)] // 1…20 h: seventeen of twenty are within 17 h
    [InlineData(20, 17, false)]
    public void The_85th_percentile_of_eight_or_more_like_matters_warns(int like, int available, bool isTooSoon)
    {
        var finished = Enumerable.Range(1, like).Reverse().Select(hours => Duration.FromHours(hours)).ToList();

        Assert.Equal(isTooSoon, PromiseGuard.Judge(new LikeMatters(finished, []), Duration.FromHours(available), load: null).IsTooSoon);
    }

    [Fact]
    public void A_slow_open_matter_counts_with_its_age_and_a_young_one_says_nothing_yet()
    {
        var finished = Enumerable.Repeat(Duration.FromHours(2), 7).ToList();

        Assert.Null(PromiseGuard.Judge(new LikeMatters(finished, [Duration.FromHours(1)]), Duration.Zero, null).Usual);
        var slow = PromiseGuard.Judge(new LikeMatters(finished, [Duration.FromHours(30), Duration.FromHours(40)]), Duration.Zero, null);
        Assert.Equal((9, Duration.FromHours(30)), (slow.Count, slow.Usual));
    }

    [Fact]
    public void Load_and_room_follow_the_agenda_until_the_moment_it_is_due()
    {
        // Wednesday 11:00–17:00 less 1 h buffer, Thursday 09:00–12:00 less 1 h block and 1 h buffer: 5 h and 1 h.
        var days = new PromiseDays(
            NineToFive,
            [new Block("billing", WeekHours.Read("thu 10:00-11:00") is ParseOutcome<WeekHours>.Success read ? read.Value : WeekHours.None)],
            new DaySettings(1.5m, Buffer: 60, Unplanned: 0),
            Wednesday + Duration.FromHours(2),
            Instant.FromUtc(2026, 3, 12, 12, 0));
        var appointment = new TaskItem { Number = 2, StartsLocal = new LocalDateTime(2026, 3, 11, 16, 30), StartsZone = "Etc/UTC", EstimateMinutes = 30 };
        TaskItem[] tasks = [new() { Number = 1, EstimateMinutes = 100 }, appointment];

        var load = PromiseCapacity.Of(days, tasks, task => task.EstimateMinutes ?? 30, minutes: 60);

        Assert.Equal(new PromiseLoad(Load: 240, Room: 330), load);
    }

    [Theory]
    [InlineData("2026-03-13T17:00", "")]
    [InlineData("2026-03-13T09:00", "")]
    [InlineData("2026-03-13T18:00", "2026-03-13T17:00 2026-03-16T09:00")]
    [InlineData("2026-03-14T12:00", "2026-03-13T17:00 2026-03-16T09:00")]
    [InlineData("2026-03-11T08:00", "2026-03-11T09:00")] // the closing before it is past already
    public void A_time_outside_the_hours_names_the_nearest_open_ones(string local, string instead)
    {
        var due = new DueValue.At(Local(local), DateTimeZone.Utc);

        var offered = PromiseTimes.Instead(due, NineToFive, Wednesday - Duration.FromHours(2)).Cast<DueValue.At>();

        Assert.Equal(instead, string.Join(' ', offered.Select(at => at.Local.ToString("uuuu-MM-dd'T'HH:mm", null))));
    }

    [Fact]
    public void A_closed_day_names_the_open_days_around_it()
    {
        var offered = PromiseTimes.Instead(new DueValue.Day(new LocalDate(2026, 3, 15)), NineToFive, Wednesday);

        Assert.Equal([new DueValue.Day(new LocalDate(2026, 3, 13)), new DueValue.Day(new LocalDate(2026, 3, 16))], offered);
    }

    [Theory]
    // From Wednesday 09:00 on; half of the working time, and the need before the end.
    [InlineData("2026-03-11T17:00", 60, "2026-03-11T13:00", "2026-03-11T16:00")]
    [InlineData("2026-03-12T17:00", 60, "2026-03-11T17:00", "2026-03-12T16:00")]
    [InlineData("2026-03-12T09:30", 60, "2026-03-11T13:15", "2026-03-11T16:30")] // half an hour in the morning, half an hour the evening before
    [InlineData("2026-03-11T10:00", 60, "2026-03-11T09:30", "")] // the work fits only just, and that is now
    [InlineData("2026-03-11T11:00", 75, "", "2026-03-11T09:45")] // the last moment comes before half the time
    public void Reminders_come_at_half_the_time_and_when_the_work_only_just_fits(string due, int need, string half, string last)
    {
        var promise = new Promise { DueAt = Local(due).InUtc().ToInstant(), CountsFromAt = Wednesday };

        var reminders = PromiseTimes.Reminders(promise, Duration.FromMinutes(need), NineToFive);

        // The end of work is no open moment any more: what falls on it is said a quarter of an hour before.
        Assert.Equal((half == "2026-03-11T17:00" ? "2026-03-11T16:45" : half, last), (Text(reminders.Half), Text(reminders.Last)));
    }

    private static LocalDateTime Local(string text) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    private static string Text(Instant? at) => at is { } instant ? instant.InUtc().LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", null) : "";
}
