using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Focus;

/// <summary>Why an owner is not to be asked at a moment, and until when (rule H18).</summary>
/// <param name="Key">What this span is called: people are answered once in it.</param>
/// <param name="Focus">Null for quiet hours.</param>
public sealed record Guard(string Key, Instant Until, FocusSession? Focus);

/// <summary>What is true of focus and quiet hours (rule H18).</summary>
public static class FocusRules
{
    /// <summary>Minutes.</summary>
    public const int Shortest = 5;

    /// <summary>Minutes: a working day.</summary>
    public const int Longest = 8 * 60;

    /// <summary>What guards the owner now: a focus first, then quiet hours, which are all hours that are not their working hours. Null when they can be asked.</summary>
    /// <param name="focus">Their latest one that nobody has ended.</param>
    public static Guard? GuardOf(OwnerPlan plan, FocusSession? focus, Instant now)
    {
        if (focus is not null && focus.IsOnAt(now)) return new Guard(KeyOf(focus), focus.EndsAt, focus);
        if (!plan.HasQuietHours || plan.Calendar.IsOpen(now)) return null;
        try
        {
            var opening = plan.Calendar.NextOpen(now);
            return new Guard(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"quiet/{opening.ToUnixTimeSeconds()}"), opening, null);
        }
        catch (NoOpenTimeException)
        {
            // Hours that never open are no working hours whose rest could be quiet.
            return null;
        }
    }

    public static string KeyOf(FocusSession focus) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"focus/{focus.Id}");

    /// <summary>The first break that would begin within the focus; null when none does.</summary>
    /// <param name="upcoming">In order of their start.</param>
    public static Break? BreakWithin(FocusSession focus, IEnumerable<Break> upcoming, Instant now) =>
        upcoming.TakeWhile(span => span.Start < focus.EndsAt).FirstOrDefault(span => span.Start > now);

    /// <summary>The end of a focus that begins now and shall last so many minutes; null when that is too short or too long.</summary>
    public static Instant? EndAfter(Instant now, int minutes) => minutes is >= Shortest and <= Longest ? now + Duration.FromMinutes(minutes) : null;

    /// <summary>The same for a focus until a moment, by elapsed time (rule T4).</summary>
    public static Instant? EndAt(Instant now, Instant until) =>
        until - now >= Duration.FromMinutes(Shortest) && until - now <= Duration.FromMinutes(Longest) ? until : null;

    /// <summary>Whole minutes it took, at least 1; what is over counts up to its end, whenever that is noticed.</summary>
    public static int MinutesOf(FocusSession focus, Instant now)
    {
        var end = Instant.Min(focus.EndedAt ?? now, focus.EndsAt);
        return Math.Max(1, (int)Math.Round((end - focus.StartedAt).TotalMinutes, MidpointRounding.AwayFromZero));
    }
}
