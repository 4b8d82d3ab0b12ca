using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tasks;

/// <summary>Which tasks a list shows. It stands in the id of the list's page buttons, so that they work for ever (rule X4).</summary>
/// <param name="Assignee">Null for everybody's.</param>
public sealed record TaskFilter(MemberId? Assignee)
{
    /// <summary>Longest text to look for: it has to fit into a button's id beside the rest.</summary>
    public const int LongestText = 24;

    private const int LongestId = 60;

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public TaskListState State { get; init; }

    /// <summary>Null for all customers.</summary>
    public string? Customer { get; init; }

    /// <summary>Number of a task of that customer, in place of a name that may be too long for an id; 0 for all customers.</summary>
    public long CustomerOf { get; init; }

    public ValueClass? Value { get; init; }

    /// <summary>Only those due on an earlier day.</summary>
    public LocalDate? DueBefore { get; init; }

    /// <summary>Only those with these letters in their text, whatever their case.</summary>
    public string? Text { get; init; }

    public bool OnlyPrivate { get; init; }

    public bool IsNarrowed => Customer is not null || Value is not null || DueBefore is not null || Text is not null || OnlyPrivate;

    /// <param name="seen">As its reader may see it: what is hidden from them never matches, so that looking for it tells nothing.</param>
    public bool Matches(TaskItem seen, WorkCalendar calendar) =>
        (Customer is null || seen.Customer.Equals(Customer, StringComparison.OrdinalIgnoreCase))
        && (Value is null || (seen.ValueClass ?? ValueClass.Ten) == Value)
        && (DueBefore is null || TaskDue.DayOf(seen, calendar) < DueBefore)
        && (Text is null || seen.What.Contains(Text, StringComparison.OrdinalIgnoreCase))
        && (!OnlyPrivate || seen.IsPrivate);

    /// <summary>For the id of a control, with the customer left to <see cref="CustomerOf"/>; null when it does not fit.</summary>
    public string? ToId()
    {
        var value = Value is { } worth ? ((int)worth).ToString(System.Globalization.CultureInfo.InvariantCulture) : "-";
        var before = DueBefore is { } day ? DatePattern.Format(day) : "";
        var id = $"{(int)State}{value}{(OnlyPrivate ? "p" : "-")}|{before}|{Assignee?.Value}|{Text}";
        return id.Length <= LongestId ? id : null;
    }

    /// <summary>Reads what <see cref="ToId"/> wrote; anything else is everybody's open tasks.</summary>
    public static TaskFilter FromId(string id) => id.Split('|', 4) is [[var state, var value, var isPrivate], var before, var assignee, var text]
        ? new TaskFilter(assignee.Length > 0 ? new MemberId(assignee) : null)
        {
            State = (TaskListState)(state - '0'),
            Value = value == '-' ? null : (ValueClass)(value - '0'),
            OnlyPrivate = isPrivate == 'p',
            DueBefore = DatePattern.Parse(before) is { Success: true } day ? day.Value : null,
            Text = text.Length > 0 ? text : null,
        }
        : new TaskFilter(Assignee: null);
}
