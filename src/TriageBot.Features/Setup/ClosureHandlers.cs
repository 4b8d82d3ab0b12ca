using System.Collections.Immutable;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
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
        var typed = turn.Value("days") ?? turn.Value("open") ?? "";
        var read = await parts.Due.ReadSpanAsync(turn, typed).ConfigureAwait(false);
        if (read.Answer is { } answer) return answer;
        if (read.Days is not { } days) return parts.Texts.Private(SetupTexts.ClosureDays, turn.Typed);
        var (first, last) = (days.First, days.Last);
        if (first < today) return parts.Texts.Private(SetupTexts.ClosurePast, turn.Typed);
        // Empty but where the other reading was chosen: then it stands in the place of the first.
        var (made, changed) = await changer.FindMadeAsync(turn, turn.Choice).ConfigureAwait(false);
        if (changed is not null) return changed;
        var closure = new Closure(first, last, turn.Value("why") ?? "");
        if (last < first || closure.DayCount > Closure.MostDays) return parts.Texts.Private(SetupTexts.ClosureSpan, ("days", Closure.MostDays), turn.Typed);
        var changes = new List<SettingChange>();
        foreach (var plan in plans)
        {
            var before = made.FirstOrDefault(change => change.Setting.Member == plan.Owner) is { } mistaken ? ClosureText.Parse(mistaken.Old) : plan.Closures;
            var kept = before.Where(one => one.Last >= today).ToImmutableArray();
            if (turn.Value("open") is not null) kept = [.. kept.SelectMany(one => one.Without(first, last))];
            else kept = [.. kept.Where(one => (one.First, one.Last) != (first, last)), closure];
            if (kept.Length > MostClosures) return parts.Texts.Private(SetupTexts.ManyClosures, ("count", MostClosures), turn.Typed);
            changes.Add(await settings.ToAsync(turn.Unit, new Setting(SettingKind.Closures, plan.Owner), ClosureText.Print(kept)).ConfigureAwait(false));
        }

        return await changer.SetAsync(turn, changes, name => parts.Due.OtherAsync(turn, typed, read.Other, name)).ConfigureAwait(false);
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

    private async Task<Reply> ShowAsync(Turn turn)
    {
        var (plans, problem) = await people.ShownAsync(turn).ConfigureAwait(false);
        if (plans.Count == 0) return problem is Reply.Nothing ? parts.Texts.Private(SetupTexts.NextOwner) : problem;
        var lines = new List<RichText>();
        foreach (var plan in plans) lines.AddRange(await words.StateAsync(turn.Unit, new Setting(SettingKind.Closures, plan.Owner), turn.Author.Id).ConfigureAwait(false));
        return new Reply.Private(new Card(RichText.Lines([.. lines, parts.Texts.Say(SetupTexts.HowClosures)])));
    }
}
