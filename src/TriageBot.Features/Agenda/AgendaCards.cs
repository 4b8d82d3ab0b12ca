using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Agenda;

/// <summary>Makes the agenda of one member and day: loaded, reckoned, and written for its platform.</summary>
internal sealed class AgendaCards(AgendaSnapshots snapshots, AgendaRenderer renderer, PlatformCapabilities capabilities)
{
    /// <param name="plan">Null for a teammate, who has no hours of their own.</param>
    /// <param name="date">Today or a day to come.</param>
    public async Task<(AgendaView View, Card Card)> OfAsync(
        UnitOfWork unit, OwnerPlan? plan, AgendaReader reader, LocalDate date, Instant? plannedAt = null, bool isWhole = false)
    {
        var moment = MomentOf(plan, reader, unit.Now, date);
        var view = await ViewAsync(unit, plan, reader, date, moment, isWhole).ConfigureAwait(false);
        return (view, renderer.Render(new AgendaScope(view, reader, moment, plannedAt) { IsWhole = isWhole }, capabilities.Of(unit.Workspace)));
    }

    private async Task<AgendaView> ViewAsync(UnitOfWork unit, OwnerPlan? plan, AgendaReader reader, LocalDate date, Instant moment, bool isWhole) =>
        AgendaView.Build(
            plan is null
                ? await snapshots.OfTeammateAsync(unit, reader.Member.Id, reader.Calendar, date).ConfigureAwait(false)
                : await snapshots.OfOwnerAsync(unit, plan, date, moment, isWhole || WeekDay.IsFirst(plan.Calendar, date)).ConfigureAwait(false),
            moment);

    /// <summary>The moment by which a day's agenda is judged: now for today; for a later day the morning, before any of its working time is gone.</summary>
    private static Instant MomentOf(OwnerPlan? plan, AgendaReader reader, Instant now, LocalDate date)
    {
        var today = reader.Calendar.Today(now);
        if (date == today) return now;
        if (plan is null) return now + Duration.FromDays(Period.DaysBetween(today, date));
        var posted = AgendaRules.AgendaAt(plan, date);
        return plan.Calendar.WorkdayOf(date) is { } work ? Instant.Min(posted, work.Start) : posted;
    }
}
