using NodaTime;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Escalations;

/// <summary>Rule C4: a warning reaches its reader at work, before it is too late where that is possible.</summary>
public sealed class ReaderHoursTests
{
    private static readonly WorkCalendar Reader = new(DateTimeZone.Utc, WeekHours.Standard);

    [Theory]
    [InlineData("2026-03-12T10:00", "2026-03-12T09:30", "2026-03-12T10:00")]
    [InlineData("2026-03-12T20:00", "2026-03-12T09:30", "2026-03-12T16:45")]
    [InlineData("2026-03-12T20:00", "2026-03-12T18:00", "2026-03-13T09:00")]
    [InlineData("2026-03-15T11:00", "2026-03-12T09:30", "2026-03-13T16:45")]
    [InlineData("2026-03-15T11:00", "2026-03-14T09:30", "2026-03-16T09:00")]
    public void A_warning_waits_for_no_night(string wanted, string earliest, string expected) =>
        Assert.Equal(At(expected), ReaderHours.For(At(wanted), At(earliest), Reader));

    private static Instant At(string text) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(text).Value.InUtc().ToInstant();
}
