namespace TriageBot.Core.Time.Recurrences;

/// <summary>A set of days of the month: 1–31, and the last one whatever its number.</summary>
public readonly record struct MonthDays
{
    private readonly uint bits;

    private MonthDays(uint bits) => this.bits = bits;

    public static MonthDays Last { get; } = new(1);

    public bool IsEmpty => bits == 0;

    public bool HasLast => (bits & 1) != 0;

    /// <summary>The numbered days, ascending.</summary>
    public IReadOnlyList<int> Numbers
    {
        get
        {
            var set = bits;
            return [.. Enumerable.Range(1, 31).Where(day => (set & (1u << day)) != 0)];
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">Not 1–31.</exception>
    public static MonthDays Of(int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, 31);
        return new MonthDays(1u << day);
    }

    public MonthDays With(MonthDays other) => new(bits | other.bits);
}
