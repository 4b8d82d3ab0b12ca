using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Week;
using TriageBot.Features.Dates;

namespace TriageBot.Features.Week;

/// <summary>Which week is meant.</summary>
internal sealed class WeekInput(DueInput dates, ReplyTexts texts)
{
    /// <returns>The week, or the answer to give instead.</returns>
    public async Task<(ReportWeek? Week, Reply Answer)> ReadAsync(Turn turn, LocalDate today)
    {
        var current = ReportWeek.Of(today);
        var typed = turn.Value("week") ?? "this";
        switch (typed.ToLowerInvariant())
        {
            case "this" or "this week":
                return (current, Reply.Nothing.Instance);
            case "last" or "last week":
                return (current.Before, Reply.Nothing.Instance);
            case "yesterday":
                return (ReportWeek.Of(today.PlusDays(-1)), Reply.Nothing.Instance);
        }

        var day = await dates.PastDayAsync(turn, typed).ConfigureAwait(false) ?? await AheadAsync(turn, typed).ConfigureAwait(false);
        if (day is not { } date) return (null, texts.Private(WeekTexts.NoWeek, turn.Typed));
        var week = ReportWeek.Of(date);
        return week.First <= today ? (week, Reply.Nothing.Instance) : (null, texts.Private(WeekTexts.Future, turn.Typed));
    }

    private async Task<LocalDate?> AheadAsync(Turn turn, string typed) =>
        await dates.ReadAsync(turn, typed).ConfigureAwait(false) is DueInputResult.Read { Due: DueValue.Day or DueValue.At } read ? read.Columns.On ?? read.Columns.Local?.Date : null;
}
