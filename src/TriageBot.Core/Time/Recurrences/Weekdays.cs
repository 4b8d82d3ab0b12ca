using NodaTime;

namespace TriageBot.Core.Time.Recurrences;

/// <summary>A set of days of the week.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    MondayToFriday = Monday | Tuesday | Wednesday | Thursday | Friday,
    Weekend = Saturday | Sunday,
}

public static class WeekdaysExtensions
{
    public static Weekdays AsSet(this IsoDayOfWeek day) => (Weekdays)(1 << ((int)day - 1));

    public static bool Holds(this Weekdays set, IsoDayOfWeek day) => (set & day.AsSet()) != Weekdays.None;

    /// <summary>Monday first.</summary>
    public static IReadOnlyList<IsoDayOfWeek> InOrder(this Weekdays set) =>
        [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day).Where(day => set.Holds(day))];
}
