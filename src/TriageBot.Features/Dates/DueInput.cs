using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Dates;

/// <summary>A due value as its three columns: a date, or wall time with its zone (rules T3, T5).</summary>
public sealed record DueColumns(LocalDate? On, LocalDateTime? Local, string? Zone)
{
    public static DueColumns None { get; } = new(null, null, null);

    public static DueColumns Of(DueValue due) => due switch
    {
        DueValue.Day day => new DueColumns(day.Date, null, null),
        DueValue.At at => new DueColumns(null, at.Local, at.Zone.Id),
        DueValue.Repeating series => Of(series.First),
        DueValue.None or DueValue.Someday => None,
        _ => throw new ArgumentOutOfRangeException(nameof(due), due, "Unknown kind of due value."),
    };
}

/// <summary>What became of a typed date: a value with its echo, or the private answer to give instead.</summary>
public abstract record DueInputResult
{
    private DueInputResult()
    {
    }

    /// <param name="Echo">Rule D2: <c>Fri 13 Mar 2026, 17:00 (in 2 days)</c>.</param>
    /// <param name="Calendar">By which it was read.</param>
    public sealed record Read(DueValue Due, DueColumns Columns, string Echo, WorkCalendar Calendar) : DueInputResult;

    public sealed record Answer(Reply Reply) : DueInputResult;
}

/// <summary>Reads the dates that people type into options and forms, in the zone of whoever types (rule T1).</summary>
public sealed class DueInput(ReplyTexts texts, OwnerStore owners)
{
    /// <summary>Reads a date for a member; their own working hours count where they have some, otherwise the hours of the owner on duty.</summary>
    public async Task<DueInputResult> ReadAsync(Turn turn, string text)
    {
        var settings = await SettingsAsync(turn).ConfigureAwait(false);
        var typed = turn.Incoming.Body is IncomingBody.Pressed ? text : TypedText.Of(turn.Incoming.Body);
        return DueDateReader.Read(text, turn.Now, settings) switch
        {
            DueReading.Value value => new DueInputResult.Read(value.Due, DueColumns.Of(value.Due), DueText.Echo(value.Due, turn.Now, settings.Calendar), settings.Calendar),
            DueReading.Ask ask => Answer(DateTexts.Ask, ask.Sentence, typed, DateTexts.Instead(ask)),
            DueReading.Refusal refusal => Answer(DateTexts.Refused, refusal.Sentence, typed, refusal.Suggestion ?? "fri 17:00"),
            _ => throw new InvalidOperationException("Unknown outcome of reading a date."),
        };
    }

    /// <summary>What could follow a date that is being typed, best first.</summary>
    public async Task<IEnumerable<Choice>> CompleteAsync(Turn turn, string typed) =>
        DueCompletion.Choices(typed, turn.Now, await SettingsAsync(turn).ConfigureAwait(false));

    /// <summary>The date or question at the end of a free text (rule D1); null when there is none.</summary>
    public async Task<FreeTextDue?> FindAsync(Turn turn, string text) =>
        FreeText.Find(text, turn.Now, await SettingsAsync(turn).ConfigureAwait(false));

    /// <summary>The calendar by which a member's dates are read.</summary>
    public async Task<WorkCalendar> CalendarAsync(Turn turn) => (await SettingsAsync(turn).ConfigureAwait(false)).Calendar;

    private DueInputResult.Answer Answer(ReplyText text, string sentence, string typed, string instead) => new(new Reply.Private(new Card(texts.Say(
        text,
        ("sentence", ReplyValue.Typed(sentence)),
        ("typed", ReplyValue.Typed(typed)),
        ("instead", ReplyValue.Typed(instead))))));

    private async Task<DueSettings> SettingsAsync(Turn turn)
    {
        var plan = await owners.FindAsync(turn.Db, turn.Workspace, turn.Author.Id).ConfigureAwait(false)
            ?? await owners.OnDutyAsync(turn.Db, turn.Workspace).ConfigureAwait(false);
        var calendar = plan is null
            ? new WorkCalendar(turn.AuthorZone, WeekHours.Standard, turn.Workspace.DayStart)
            : plan.Calendar.Zone.Equals(turn.AuthorZone) ? plan.Calendar : plan.Calendar.In(turn.AuthorZone);
        return new DueSettings(calendar, Order: null);
    }
}

/// <summary>What is said about typed dates.</summary>
internal static class DateTexts
{
    public static readonly ReplyText Ask = new("date.ask", "sentence", "typed", "instead");
    public static readonly ReplyText Refused = new("date.refused", "sentence", "typed", "instead");
    public static readonly ReplyText Unsure = new("date.unsure", "sentence", "instead");

    public static ImmutableArray<ReplyText> All => [Ask, Refused, Unsure];

    /// <summary>What to type for each thing the date could be.</summary>
    public static string Instead(DueReading.Ask ask) => string.Join(" · ", ask.Readings.Select(reading => $"{reading.Text} = {reading.Label}"));
}
