using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.TimeLog;
using TriageBot.Core.Urgent;
using TriageBot.Features.Agenda;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Setup;

/// <summary>Everything that is set up, on one card, and the one next step.</summary>
internal sealed class SetupOverview(SetupWords words, IntakeParts parts, HoldSettings hold, DayLog log)
{
    public async Task<Reply> ReplyAsync(Turn turn)
    {
        var plans = await parts.Owners.AllAsync(turn.Db, turn.Workspace).ConfigureAwait(false);
        var lines = new List<RichText> { parts.Texts.Say(SetupTexts.Head, ("workspace", ReplyValue.Typed(turn.Workspace.Name))) };
        var members = await parts.Members.ByIdAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        if (plans.Count > 0)
        {
            lines.Add(parts.Texts.Say(SetupTexts.Owners, ("owners", Names(plans.Select(plan => members[plan.Owner])))));
            lines.AddRange(await words.StateAsync(turn.Unit, Setting.OfTeam(SettingKind.OnDuty), turn.Author.Id).ConfigureAwait(false));
        }

        lines.AddRange(await words.StateAsync(turn.Unit, Setting.OfTeam(SettingKind.TeamZone), turn.Author.Id).ConfigureAwait(false));
        lines.AddRange(await words.StateAsync(turn.Unit, Setting.OfTeam(SettingKind.TeamDateOrder), turn.Author.Id).ConfigureAwait(false));
        if (turn.Author.DateOrder is not null)
            lines.AddRange(await words.StateAsync(turn.Unit, new Setting(SettingKind.DateOrder, turn.Author.Id), turn.Author.Id).ConfigureAwait(false));
        foreach (var plan in plans) lines.AddRange(await OfAsync(turn, plan).ConfigureAwait(false));
        lines.Add(parts.Texts.Say(SetupTexts.Ceiling, ("ceiling", Say.Span(hold.Ceiling))));
        lines.AddRange(await words.StateAsync(turn.Unit, Setting.OfTeam(SettingKind.Emergency), turn.Author.Id).ConfigureAwait(false));
        if (turn.Workspace.SafetyWords.Length > 0) lines.AddRange(await words.StateAsync(turn.Unit, Setting.OfTeam(SettingKind.SafetyWords), turn.Author.Id).ConfigureAwait(false));
        lines.Add(parts.Texts.Say(NextStep(turn.Workspace, plans)));
        return new Reply.Private(new Card(RichText.Lines(lines)));
    }

    private async Task<IReadOnlyList<RichText>> OfAsync(Turn turn, OwnerPlan plan)
    {
        var hours = await words.HoursLinesAsync(turn.Unit, plan, turn.Author.Id).ConfigureAwait(false);
        var breaks = await words.StateAsync(turn.Unit, new Setting(SettingKind.Breaks, plan.Owner), turn.Author.Id).ConfigureAwait(false);
        var agenda = await words.StateAsync(turn.Unit, new Setting(SettingKind.Agenda, plan.Owner), turn.Author.Id).ConfigureAwait(false);
        var blocks = await words.StateAsync(turn.Unit, new Setting(SettingKind.Blocks, plan.Owner), turn.Author.Id).ConfigureAwait(false);
        var buffer = await words.StateAsync(turn.Unit, new Setting(SettingKind.Buffer, plan.Owner), turn.Author.Id).ConfigureAwait(false);
        var advised = await log.RecommendedBufferAsync(turn.Unit, plan, plan.Calendar.Today(turn.Now)).ConfigureAwait(false);
        IReadOnlyList<RichText> advice = advised is { } minutes && minutes != plan.BufferMinutes
            ? [parts.Texts.Say(SetupTexts.BufferAdvised, ("minutes", ReplyValue.Words(DayText.Minutes(minutes))), ("days", BufferAdvice.Days))]
            : [];
        return [.. hours, .. breaks, .. blocks, .. agenda, .. buffer, .. advice];
    }

    /// <summary>What is missing most; how to change things when nothing is.</summary>
    private static ReplyText NextStep(Workspace workspace, IReadOnlyList<OwnerPlan> plans) => workspace switch
    {
        _ when plans.Count == 0 => SetupTexts.NextOwner,
        _ when plans.Any(plan => plan.AgendaChannel.Length == 0) => SetupTexts.NextChannel,
        { Emergency.Length: 0 } => SetupTexts.NextEmergency,
        _ => SetupTexts.NextNothing,
    };

    private static RichText Names(IEnumerable<Member> members) => members.Index().Aggregate(
        RichText.Empty,
        (text, entry) => (entry.Index > 0 ? text.Then(", ") : text).Then(entry.Item.AsRun()));
}
