using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Features.Customers;
using TriageBot.Features.Timers;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.ServiceLevels;

/// <summary>What the handlers of levels look up and say no with.</summary>
internal sealed record LevelParts(
    LevelBook Book, CustomerStore Customers, CustomerAnswers Answers, WorkspaceStore Workspaces, TimerStore Timers, Refusals Refusals, ReplyTexts Texts)
{
    /// <summary>The answer that names the levels there are; null when this is one.</summary>
    public async Task<Reply?> NoLevelAsync(Turn turn, string level)
    {
        var names = await Book.NamesAsync(turn.Unit).ConfigureAwait(false);
        return names.Contains(level)
            ? null
            : Texts.Private(LevelTexts.NoLevel, ("typed", ReplyValue.Typed(level)), ("levels", ReplyValue.Typed(string.Join(", ", names))));
    }

    /// <summary>What was measured moves with the days: published cards are edited at the start of each logical day.</summary>
    public Task KeepFreshAsync(UnitOfWork unit)
    {
        var (zone, dayStart) = (unit.Workspace.TimeZone, unit.Workspace.DayStart);
        return Timers.SetAsync(unit, LevelTimers.Refresh, "", LogicalDay.Bounds(LogicalDay.Of(unit.Now, zone, dayStart), zone, dayStart).End);
    }
}

/// <summary>Where terms are read from: what was typed, or the team's file.</summary>
internal sealed record LevelReading(LevelInput Input, LevelImport Import);

/// <summary>Edits the published cards once a day. Catch-up: once, with what is true then.</summary>
internal sealed class LevelTimers(LevelCards cards, LevelParts parts)
{
    public const string Refresh = "level-cards";

    public async Task RefreshAsync(UnitOfWork unit, string key)
    {
        _ = key;
        await cards.RefreshAsync(unit).ConfigureAwait(false);
        await parts.KeepFreshAsync(unit).ConfigureAwait(false);
    }
}
