using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Time;

public sealed class WorkCalendarProperties
{
    /// <summary>Days around which clocks change: spring and autumn in the north, in the south, at midnight, by half an hour.</summary>
    private static readonly (string Zone, LocalDate Date)[] Changes =
    [
        ("Europe/Oslo", new(2026, 3, 29)), ("Europe/Oslo", new(2026, 10, 25)),
        ("America/New_York", new(2026, 3, 8)), ("America/New_York", new(2026, 11, 1)),
        ("Africa/Cairo", new(2026, 4, 24)), ("America/Santiago", new(2026, 4, 5)),
        ("Australia/Lord_Howe", new(2026, 10, 4)), ("Australia/Lord_Howe", new(2026, 4, 5)),
        ("Pacific/Apia", new(2011, 12, 30)), ("Asia/Kathmandu", new(2026, 6, 1)),
    ];

    /// <summary>A calendar with hours on some days, closures and extra hours, and two moments within the six days around a clock change.</summary>
    private sealed record Case(WorkCalendar Calendar, WeekHours Hours, Instant From, int Minutes)
    {
        public Instant To => From + Duration.FromMinutes(Minutes);

        public override string ToString() => $"{Calendar.Zone.Id} {Hours} from {From} {Minutes} minutes";
    }

    private static readonly Gen<Case> Cases =
        from change in Gen.Elements(Changes)
        from hours in WeekHoursTests.RandomHours.Where(hours => !hours.IsEmpty)
        from closedDay in Gen.Choose(-4, 4)
        from extraDay in Gen.Choose(-4, 4)
        from start in Gen.Choose(-3 * 24 * 60, 24 * 60)
        from minutes in Gen.Choose(1, 4 * 24 * 60)
        let zone = Zones.Get(change.Zone)
        let calendar = new WorkCalendar(
            zone,
            LogicalDay.DefaultStart,
            [new HourVersion(LocalDate.MinIsoValue, hours)],
            [change.Date.PlusDays(closedDay)],
            [new(change.Date.PlusDays(extraDay), ImmutableArray.Create(new TimeWindow(new LocalTime(23, 0), new LocalTime(2, 30))))])
        select new Case(calendar, hours, zone.AtLeniently(change.Date.AtMidnight()).ToInstant() + Duration.FromMinutes(start), minutes);

    [Fact]
    public void Working_time_agrees_with_counting_minute_by_minute() =>
        Check(300, given => given.Calendar.WorkingTime(given.From, given.To) == Duration.FromMinutes(OpenMinutes(given).Count(open => open)));

    [Fact]
    public void A_deadline_agrees_with_counting_minute_by_minute() => Check(300, given =>
    {
        var open = OpenMinutes(given).ToList();
        var total = open.Count(isOpen => isOpen);
        if (total == 0) return true;
        var last = open.FindLastIndex(isOpen => isOpen);
        return given.Calendar.Deadline(given.From, Duration.FromMinutes(total)) == given.From + Duration.FromMinutes(last + 1);
    });

    [Fact]
    public void A_moment_is_open_exactly_when_its_minute_is_counted() => Check(100, given =>
        OpenMinutes(given).Index().Where(minute => minute.Index % 7 == 0)
            .All(minute => given.Calendar.IsOpen(given.From + Duration.FromMinutes(minute.Index)) == minute.Item));

    [Fact]
    public void The_working_time_until_a_deadline_is_the_time_asked_for() => Check(500, given =>
    {
        var asked = Duration.FromMinutes(given.Minutes);
        return given.Calendar.WorkingTime(given.From, given.Calendar.Deadline(given.From, asked)) == asked;
    });

    [Fact]
    public void More_working_time_or_a_later_start_never_gives_an_earlier_deadline() => Check(500, given =>
    {
        var (less, more) = (Duration.FromMinutes(given.Minutes / 2), Duration.FromMinutes(given.Minutes));
        var deadline = given.Calendar.Deadline(given.From, more);
        return given.Calendar.Deadline(given.From, less) <= deadline
            && deadline <= given.Calendar.Deadline(given.From + Duration.FromMinutes(37), more);
    });

    [Fact]
    public void Working_times_add_up() => Check(500, given =>
    {
        var between = given.From + Duration.FromMinutes(given.Minutes / 3);
        var calendar = given.Calendar;
        return calendar.WorkingTime(given.From, between) + calendar.WorkingTime(between, given.To) == calendar.WorkingTime(given.From, given.To)
            && calendar.WorkingTime(given.To, given.From) == -calendar.WorkingTime(given.From, given.To);
    });

    [Fact]
    public void The_next_open_time_is_open_and_nothing_before_it_is() => Check(500, given =>
    {
        var open = given.Calendar.NextOpen(given.From);
        return given.Calendar.IsOpen(open) && given.Calendar.WorkingTime(given.From, open) == Duration.Zero;
    });

    private static void Check(int cases, Func<Case, bool> holds) =>
        Prop.ForAll(Arb.From(Cases), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(cases));

    /// <summary>The slow way: for each minute, is there a window of some day near that holds it?</summary>
    private static IEnumerable<bool> OpenMinutes(Case given)
    {
        var zone = given.Calendar.Zone;
        for (var minute = 0; minute < given.Minutes; minute++)
        {
            var instant = given.From + Duration.FromMinutes(minute);
            var today = instant.InZone(zone).Date;
            yield return Enumerable.Range(-3, 5).Select(today.PlusDays).Any(date => given.Calendar.HoursOf(date).Any(window =>
            {
                var end = (window.End <= window.Start ? date.PlusDays(1) : date) + window.End;
                return zone.AtLeniently(date + window.Start).ToInstant() <= instant && instant < zone.AtLeniently(end).ToInstant();
            }));
        }
    }
}
