using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Setup;

/// <summary><c>/closures</c>: days on which an owner, or the whole team, does not work.</summary>
internal sealed class ClosureHandlers(SetupChanger changer, Settings settings, SetupPeople people, SetupWords words, IntakeParts parts)
{
    private const int MostClosures = 60;

    public async Task<Reply> ClosuresAsync(Turn turn)
    {
        if (turn.Value("days") is null && turn.Value("open") is null) return await ShowAsync(turn).ConfigureAwait(false);
        var (plans, problem) = await ChangedAsync(turn).ConfigureAwait(false);
        if (plans.Count == 0) return problem;
        var today = plans[0].Calendar.Today(turn.Now);
        var (first, last, refusal) = await SpanAsync(turn, turn.Value("days") ?? turn.Value("open") ?? "").ConfigureAwait(false);
        if (refusal is not null) return refusal;
        if (first < today) return parts.Texts.Private(SetupTexts.ClosurePast, turn.Typed);
        var closure = new Closure(first, last, turn.Value("why") ?? "");
        if (last < first || closure.DayCount > Closure.MostDays) return parts.Texts.Private(SetupTexts.ClosureSpan, ("days", Closure.MostDays), turn.Typed);
        var changes = new List<SettingChange>();
        foreach (var plan in plans)
        {
            var kept = plan.Closures.Where(one => one.Last >= today).ToImmutableArray();
            if (turn.Value("open") is not null) kept = [.. kept.SelectMany(one => one.Without(first, last))];
            else kept = [.. kept.Where(one => (one.First, one.Last) != (first, last)), closure];
            if (kept.Length > MostClosures) return parts.Texts.Private(SetupTexts.ManyClosures, ("count", MostClosures), turn.Typed);
            changes.Add(await settings.ToAsync(turn.Unit, new Setting(SettingKind.Closures, plan.Owner), ClosureText.Print(kept)).ConfigureAwait(false));
        }

        return await changer.SetAsync(turn, changes).ConfigureAwait(false);
    }

    /// <summary>One owner's, or with for:team those of all, which is for admins.</summary>
    private async Task<(IReadOnlyList<OwnerPlan> Plans, Reply Problem)> ChangedAsync(Turn turn)
    {
        if (turn.Value("for") == SetupCommands.Team)
        {
            return await people.RefuseAsync(turn, Setting.OfTeam(SettingKind.TeamZone)).ConfigureAwait(false) is { } refusal
                ? ([], refusal)
                : (await parts.Owners.AllAsync(turn.Db, turn.Workspace).ConfigureAwait(false), parts.Texts.Private(SetupTexts.NextOwner));
        }

        var (plan, problem) = await people.ChangedAsync(turn, SetupCommands.Closures).ConfigureAwait(false);
        return (plan is null ? [] : [plan], problem);
    }

    /// <summary>"2026-03-13", "fri", "2026-03-13 to 2026-03-27".</summary>
    private async Task<(LocalDate First, LocalDate Last, Reply? Problem)> SpanAsync(Turn turn, string typed)
    {
        var ends = typed.Split(" to ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var days = new List<LocalDate>();
        foreach (var end in ends.Length > 2 ? [typed] : ends)
        {
            switch (await parts.Due.ReadAsync(turn, end).ConfigureAwait(false))
            {
                case DueInputResult.Answer answer:
                    return (default, default, answer.Reply);
                case DueInputResult.Read { Due: DueValue.Day day }:
                    days.Add(day.Date);
                    break;
                default:
                    return (default, default, parts.Texts.Private(SetupTexts.ClosureDays, turn.Typed));
            }
        }

        return days.Count == 0 ? (default, default, parts.Texts.Private(SetupTexts.ClosureDays, turn.Typed)) : (days[0], days[^1], null);
    }

    private async Task<Reply> ShowAsync(Turn turn)
    {
        var (plans, problem) = await people.ShownAsync(turn).ConfigureAwait(false);
        if (plans.Count == 0) return problem is Reply.Nothing ? parts.Texts.Private(SetupTexts.NextOwner) : problem;
        var lines = new List<RichText>();
        foreach (var plan in plans) lines.AddRange(await words.StateAsync(turn.Unit, new Setting(SettingKind.Closures, plan.Owner), turn.Author.Id).ConfigureAwait(false));
        return new Reply.Private(new Card(RichText.Lines([.. lines, parts.Texts.Say(SetupTexts.HowClosures)])));
    }
}
