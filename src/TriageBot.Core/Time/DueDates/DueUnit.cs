namespace TriageBot.Core.Time.DueDates;

/// <summary>What durations are counted in. Minutes and hours are elapsed time, the rest calendar arithmetic (rule T4).</summary>
internal enum DueUnit
{
    Minute,
    Hour,
    Day,
    Workday,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
}

internal enum PartOfDay
{
    Morning,
    Lunch,
    Afternoon,
    Evening,

    /// <summary>Fixes am or pm of an hour; alone it names no time.</summary>
    Night,
}
