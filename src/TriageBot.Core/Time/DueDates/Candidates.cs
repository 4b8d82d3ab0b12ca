using System.Collections.Immutable;
using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>The last step of every date: what is past is refused, what is far is confirmed, what is unsure is asked.</summary>
internal static class Candidates
{
    /// <param name="question">Null: <paramref name="due"/> is meant, <paramref name="other"/> stands on a button.</param>
    public static DueReading Decide(DueValue due, DueValue? other, string? question, string rule, DueContext context)
    {
        var (value, note) = Fit(due);
        var second = other is null ? null : Fit(other).Due;
        if (second is not null && (second == value || IsPast(second, context) || (question is null && IsFar(second, context)))) second = null;
        if (question is not null) return Ask(question, [value, second], context);
        if (IsPast(value, context)) return Past(value, context);
        if (IsFar(value, context)) return Confirm(value, context);
        return new DueReading.Value(value, rule, second is null ? null : Named(second, context), note);
    }

    /// <summary>The wall time of an instant. The second of two equal wall times is kept by its offset.</summary>
    public static DueValue.At AtInstant(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone);
        var minute = local.LocalDateTime.With(TimeAdjusters.TruncateToMinute);
        if (zone.MapLocal(minute).Count < 2 || ZoneTime.ToInstant(minute, zone).InZone(zone).Offset == local.Offset) return new DueValue.At(minute, zone);
        return new DueValue.At(minute, DateTimeZone.ForOffset(local.Offset));
    }

    /// <summary>A time that the clock jumps over is kept as the time it becomes (rule T4).</summary>
    public static DueValue.At Fitted(DueValue.At at) =>
        at.Zone.MapLocal(at.Local).Count == 0 ? at with { Local = ZoneTime.ToInstant(at.Local, at.Zone).InZone(at.Zone).LocalDateTime } : at;

    public static NamedReading Named(DueValue due, DueContext context)
    {
        var name = DueText.Name(due, context.Calendar);
        return new NamedReading(name, IsFar(due, context) ? DueText.Echo(due, context.Now, context.Calendar) : name, due);
    }

    public static bool IsPast(DueValue due, DueContext context) => due switch
    {
        DueValue.Day day => day.Date < context.Today,
        DueValue.At at => ZoneTime.ToInstant(at.Local, at.Zone) <= context.Now,
        DueValue.Repeating series => IsPast(series.First, context),
        _ => false,
    };

    private static (DueValue Due, string? Note) Fit(DueValue due)
    {
        if (due is not DueValue.At at) return (due, null);
        var typed = TimeText.Clock(at.Local.TimeOfDay);
        return ZoneTime.Fit(at.Local, at.Zone) switch
        {
            ZoneFit.Shifted => (Fitted(at), $"Clocks go forward then: {typed} becomes {TimeText.Clock(Fitted(at).Local.TimeOfDay)}."),
            ZoneFit.Ambiguous => (at, $"Clocks go back then: {typed} comes twice, the first is meant."),
            _ => (at, null),
        };
    }

    private static bool IsFar(DueValue due, DueContext context) => due switch
    {
        DueValue.Day day => day.Date > context.Horizon,
        DueValue.At at => at.Local.Date > context.Horizon,
        DueValue.Repeating series => IsFar(series.First, context),
        _ => false,
    };

    private static DueReading Ask(string question, IEnumerable<DueValue?> values, DueContext context)
    {
        var open = values.OfType<DueValue>().Where(value => !IsPast(value, context)).Distinct().Select(value => Named(value, context)).ToImmutableArray();
        return open.IsEmpty ? new DueReading.Refusal($"{question} Both are past.", 0, "tomorrow") : new DueReading.Ask(question, open);
    }

    private static DueReading.Ask Confirm(DueValue due, DueContext context) =>
        new($"{DueText.Name(due, context.Calendar)} is more than {DueContext.MaxYears} years ahead. Is that right?", [Named(due, context)]);

    private static DueReading.Refusal Past(DueValue due, DueContext context)
    {
        var suggestion = DueText.Name(Later(due, context), context.Calendar);
        return DueReading.Refusal.Meaning($"{DueText.Name(due, context.Calendar)} is past. Did you mean {suggestion}?", 0, suggestion);
    }

    private static DueValue Later(DueValue due, DueContext context) => due switch
    {
        DueValue.Day day => new DueValue.Day(Later(day.Date, context.Today)),
        DueValue.At at => Fitted(at with { Local = Later(at.Local.Date, context.Today) + at.Local.TimeOfDay }),
        _ => new DueValue.Day(context.Today.PlusDays(1)),
    };

    /// <summary>What was just missed is meant for tomorrow; what is long past, for its next anniversary.</summary>
    private static LocalDate Later(LocalDate date, LocalDate today)
    {
        if (date >= today) return date.PlusDays(1);
        if (date.PlusDays(1) == today) return today.PlusDays(1);
        var day = new AnnualDate(date.Month, date.Day);
        return day.InYear(today.Year) > today ? day.InYear(today.Year) : day.InYear(today.Year + 1);
    }
}
