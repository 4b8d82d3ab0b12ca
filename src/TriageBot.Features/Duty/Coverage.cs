using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Core.ServiceLevels;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Duty;

/// <summary>
/// Looks each day whether somebody can be reached at each minute of the published hours of the next 14 days, and warns 7, 3 and 1 days before and at the start (rule W1).
/// Catch-up: what should have been said earlier is said once, with the stage that is true now.
/// </summary>
internal sealed class Coverage(DutyRoster roster, DutyStore store, LevelStore levels, LevelBook book, AwayParts parts) : ILevelHoursChanged, IOwnerPlanChanged
{
    public const string Timer = "coverage";

    private const int MostLines = 10;

    /// <summary>A gap that has just begun keeps its beginning, by which it is known, when the look comes late.</summary>
    private static readonly Duration LookBack = Duration.FromHours(1);

    public async Task<int> LevelHoursChangedAsync(UnitOfWork unit, LevelTerms before, LevelTerms after, string reason)
    {
        await ArmTomorrowAsync(unit).ConfigureAwait(false);
        return 0;
    }

    /// <summary>Absences too are part of a plan.</summary>
    public async Task OwnerPlanChangedAsync(UnitOfWork unit, MemberId owner)
    {
        if ((await levels.AllAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false)).Any()) await parts.Timers.SetAsync(unit, Timer, "", unit.Now + Duration.FromMinutes(2)).ConfigureAwait(false);
    }

    public async Task LookAsync(UnitOfWork unit, string key)
    {
        _ = key;
        var (duty, owners) = await roster.BookAsync(unit).ConfigureAwait(false);
        var now = DutyRules.At(duty, owners, unit.Now, unit.Now);
        // Nobody reads a warning while everybody is away; the receipts say so meanwhile.
        if ((now.OnDuty ?? now.Nominal) is not { } reader) return;
        var published = (await levels.AllAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false)).Select(level => level.Name).Distinct().ToList();
        var (due, next) = (new List<(string Level, Interval Gap, int Stage)>(), unit.Now + Duration.FromDays(1));
        foreach (var level in published)
        {
            var terms = await book.TermsAsync(unit, level).ConfigureAwait(false);
            foreach (var gap in CoverageRules.Gaps(duty, owners, terms.Calendar, unit.Now - LookBack))
            {
                if (CoverageRules.StageAt(gap.Start, unit.Now, reader.Calendar) is { } stage) due.Add((level, gap, stage));
                if (CoverageRules.NextWarningAt(gap.Start, unit.Now, reader.Calendar) is { } at) next = Instant.Min(next, at);
            }
        }

        var lines = new List<RichText>();
        foreach (var (level, gap, stage) in reader.Calendar.IsOpen(unit.Now) ? due : [])
        {
            if (!await store.WarnedAsync(unit, level, gap.Start, stage).ConfigureAwait(false)) continue;
            lines.Add(parts.Texts.Say(
                DutyTexts.Gap,
                ("level", ReplyValue.Typed(level)),
                ("from", Say.Moment(gap.Start, unit.Now, reader.Calendar.Zone)),
                ("until", Say.Moment(gap.End, unit.Now, reader.Calendar.Zone))));
        }

        if (lines.Count > 0)
        {
            IEnumerable<RichText> more = lines.Count > MostLines ? [parts.Texts.Say(DutyTexts.GapMore, ("count", lines.Count - MostLines))] : [];
            await parts.Outbox.TellAsync(unit, reader.Owner, RichText.Lines([parts.Texts.Say(DutyTexts.Gaps), .. lines.Take(MostLines), .. more])).ConfigureAwait(false);
        }

        if (published.Count > 0) await parts.Timers.SetAsync(unit, Timer, "", reader.Calendar.IsOpen(unit.Now) || due.Count == 0 ? next : reader.Calendar.NextOpen(unit.Now)).ConfigureAwait(false);
    }

    /// <summary>The next look, when whoever is on duty comes to work.</summary>
    private async Task ArmTomorrowAsync(UnitOfWork unit)
    {
        var duty = await roster.AtAsync(unit, unit.Now).ConfigureAwait(false);
        if ((duty.OnDuty ?? duty.Nominal) is not { } reader) return;
        var tomorrow = Core.Time.LogicalDay.Bounds(reader.Calendar.Today(unit.Now).PlusDays(1), reader.Calendar.Zone, reader.Calendar.DayStart).Start;
        await parts.Timers.SetAsync(unit, Timer, "", reader.Calendar.NextOpen(tomorrow)).ConfigureAwait(false);
    }
}
