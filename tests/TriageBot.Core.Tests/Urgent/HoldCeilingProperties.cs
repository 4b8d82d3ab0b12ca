using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;

namespace TriageBot.Core.Tests.Urgent;

/// <summary>Rule H2: no hold outlasts 180 working minutes, whatever the plan, whatever arrives, whatever is skipped or moved, if the owner opens the breaks there are.</summary>
public sealed class HoldCeilingProperties
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly Duration Ceiling = Duration.FromMinutes(180);
    private static readonly LocalDate Thursday = new(2026, 3, 26);

    /// <summary>With one hour a week, 180 working minutes are three weeks.</summary>
    private static readonly Duration LongEnough = Duration.FromDays(40);

    private abstract record Happening(int Minute)
    {
        public sealed record Arrives(int Minute) : Happening(Minute);

        public sealed record SkipsNext(int Minute) : Happening(Minute);

        public sealed record MovesNext(int Minute, int Later) : Happening(Minute);
    }

    /// <summary>Five days from a Thursday on, over the weekend on which the clock goes forward.</summary>
    private sealed record Case(string Hours, string Breaks, Happening[] Happenings)
    {
        public override string ToString() => $"{Hours} | {Breaks} | {string.Join(", ", Happenings.Select(happening => $"{happening.GetType().Name} {happening.Minute}"))}";
    }

    private static readonly Gen<Happening> AnyHappening = Gen.Frequency(
        (5, from minute in Gen.Choose(0, 5 * 24 * 60) select (Happening)new Happening.Arrives(minute)),
        (2, from minute in Gen.Choose(0, 5 * 24 * 60) select (Happening)new Happening.SkipsNext(minute)),
        (1, from minute in Gen.Choose(0, 5 * 24 * 60) from later in Gen.Choose(1, 300) select (Happening)new Happening.MovesNext(minute, later)));

    private static readonly Gen<Case> Cases =
        from hours in Gen.Elements("mon-fri 09:00-17:00", "mon-sun 09:00-17:00", "mon-fri 08:00-12:00 13:00-18:00", "mon-sun 22:00-06:00", "thu-sun 00:00-24:00", "fri 09:00-10:00")
        from breaks in Gen.Elements("none", "10:30 15m, 12:30 30m, 15:30 15m", "10:30 15m", "16:45 15m", "09:00 2m", "01:00 15m, 04:30 15m", "14:00 2m, 15:00 2m")
        from happenings in AnyHappening.ArrayOf(30)
        select new Case(hours, breaks, [.. happenings.OrderBy(happening => happening.Minute)]);

    [Fact]
    public void Nobody_waits_longer_than_180_working_minutes() => Check(given =>
    {
        var day = new Day(given);
        foreach (var happening in given.Happenings) day.Take(happening);
        day.ReadUntil(day.Start + LongEnough);
        return day.Waits.Count == given.Happenings.OfType<Happening.Arrives>().Count() && day.Waits.All(wait => wait <= Ceiling);
    });

    [Fact]
    public void A_promise_leaves_at_least_fifteen_minutes_after_its_break_and_stands_on_a_five_minute_mark() => Check(given =>
    {
        var day = new Day(given);
        foreach (var happening in given.Happenings) day.Take(happening);
        return day.Promises.All(promise =>
            promise.Margin >= Duration.FromMinutes(15) && promise.At.ToUnixTimeSeconds() % 300 == 0);
    });

    private static void Check(Func<Case, bool> holds) => Prop.ForAll(Arb.From(Cases), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    /// <summary>The owner's days: every break with something held for it is opened at its start and read to the end.</summary>
    private sealed class Day(Case given)
    {
        private readonly OwnerPlan plan = new(
            new MemberId("alex"),
            new WorkCalendar(Oslo, Value(WeekHours.Read(given.Hours))),
            Value(BreakPlanText.Read(given.Breaks)),
            new LocalTime(8, 30),
            "team");

        private readonly List<BreakSession> sessions = [];
        private readonly List<(Instant Since, HoldPlace Place)> held = [];

        public Instant Start { get; } = ZoneTime.ToInstant(Thursday.AtMidnight(), Oslo);

        public List<Duration> Waits { get; } = [];

        public List<(Instant At, Duration Margin)> Promises { get; } = [];

        public void Take(Happening happening)
        {
            var now = Start + Duration.FromMinutes(happening.Minute);
            ReadUntil(now);
            switch (happening)
            {
                case Happening.Arrives:
                    var place = Place(now, now, held.CountBy(message => message.Place.Break.Key).ToDictionary());
                    held.Add((now, place));
                    break;
                case Happening.SkipsNext when Next(now) is { } next && (next.Kind != BreakKind.Forced || held.All(message => message.Place.Break.Key != next.Key)):
                    sessions.Add(Row(next, BreakState.Skipped, next.Start));
                    PlaceAll(now);
                    break;
                case Happening.MovesNext { Later: var later } when Next(now) is { } next:
                    sessions.RemoveAll(session => session.Key == next.Key);
                    sessions.Add(Row(next, BreakState.Planned, next.Start + Duration.FromMinutes(later)));
                    PlaceAll(now);
                    break;
            }
        }

        public void ReadUntil(Instant end)
        {
            while (held.Count > 0 && held.MinBy(message => message.Place.Break.Start) is var first && first.Place.Break.Start <= end)
            {
                var span = first.Place.Break;
                Waits.AddRange(held.Select(message => plan.Calendar.WorkingTime(message.Since, span.Start)));
                held.Clear();
                sessions.RemoveAll(session => session.Key == span.Key);
                sessions.Add(Row(span, BreakState.Ended, span.Start));
            }
        }

        private void PlaceAll(Instant now)
        {
            var load = new Dictionary<string, int>();
            for (var index = 0; index < held.Count; index++)
            {
                var place = Place(held[index].Since, now, load);
                load[place.Break.Key] = load.GetValueOrDefault(place.Break.Key) + 1;
                held[index] = (held[index].Since, place);
            }
        }

        private HoldPlace Place(Instant since, Instant now, IReadOnlyDictionary<string, int> load)
        {
            var place = HoldRules.Place(since, now, BreakSchedule.From(plan, sessions, now, Ceiling), load, plan.Calendar, HoldSettings.Standard);
            Promises.Add((place.PromisedAt, place.PromisedAt - place.Break.End));
            if (!place.PutsInBreak) return place;
            var forced = place.Break with { Key = $"forced {sessions.Count}" };
            sessions.Add(Row(forced, BreakState.Planned, forced.Start));
            return place with { Break = forced };
        }

        private Break? Next(Instant now) => BreakSchedule.From(plan, sessions, now, Ceiling).FirstOrDefault(span => span.Start >= now);

        private static BreakSession Row(Break span, BreakState state, Instant start) => new()
        {
            Id = span.Key,
            WindowKey = span.Key,
            Kind = span.Kind,
            State = state,
            StartAt = start,
            EndAt = start + span.Length,
        };

        private static T Value<T>(ParseOutcome<T> outcome) => Assert.IsType<ParseOutcome<T>.Success>(outcome).Value;
    }
}
