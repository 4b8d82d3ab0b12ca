using System.Collections.Immutable;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Features.Dates;

/// <summary>The order of day and month as it is stored and typed.</summary>
internal static class DateOrderText
{
    public const string DayFirst = "DMY";
    public const string MonthFirst = "MDY";

    /// <summary>Stands for no order: dates such as 5/12 are asked about.</summary>
    public const string Ask = "ask";

    public static ImmutableArray<string> Choices => [DayFirst, MonthFirst, Ask];

    public static string Print(DateOrder order) => order == DateOrder.DayMonth ? DayFirst : MonthFirst;

    /// <summary>Null for anything else: it is asked about.</summary>
    public static DateOrder? Read(string? text) => text switch
    {
        DayFirst => DateOrder.DayMonth,
        MonthFirst => DateOrder.MonthDay,
        _ => null,
    };
}
