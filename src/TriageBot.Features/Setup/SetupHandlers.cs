using System.Globalization;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Features.Dates;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Setup;

/// <summary><c>/setup</c>: owners and duty, agenda, emergency text; without options, everything at a glance.</summary>
internal sealed class SetupHandlers(SetupChanger changer, Settings settings, SetupPeople people, SetupOverview overview, IntakeParts parts)
{
    /// <summary>Minutes: a whole day.</summary>
    private const int LongestBuffer = 8 * 60;

    public async Task<Reply> SetupAsync(Turn turn)
    {
        if (turn.Values.Count == 0) return await overview.ReplyAsync(turn).ConfigureAwait(false);
        var changes = new List<SettingChange>();
        foreach (var reader in new[] { OwnersAsync, AgendaAsync, DayAsync, DatesAsync, EmergencyAsync, SafetyAsync })
        {
            var (read, problem) = await reader(turn).ConfigureAwait(false);
            if (problem is not null) return problem;
            changes.AddRange(read);
        }

        foreach (var change in changes)
        {
            if (await people.RefuseAsync(turn, change.Setting).ConfigureAwait(false) is { } refusal) return refusal;
        }

        return changes.Count == 0 ? await overview.ReplyAsync(turn).ConfigureAwait(false) : await changer.SetAsync(turn, changes).ConfigureAwait(false);
    }

    /// <summary>New owners first, then duty, then who leaves: so one command can hand over.</summary>
    private async Task<(IReadOnlyList<SettingChange> Changes, Reply? Problem)> OwnersAsync(Turn turn)
    {
        var changes = new List<SettingChange>();
        var duty = Setting.OfTeam(SettingKind.OnDuty);
        var onDuty = await settings.ReadAsync(turn.Unit, duty).ConfigureAwait(false);
        var dutyBefore = onDuty;
        foreach (var option in new[] { "owner", "on-duty", "remove-owner" })
        {
            if (turn.Value(option) is not { } typed) continue;
            var (member, problem) = await people.MemberAsync(turn, typed).ConfigureAwait(false);
            if (member is null) return ([], problem);
            if (option == "on-duty" || (option == "owner" && onDuty.Length == 0)) onDuty = member.Id.Value;
            if (option == "on-duty") continue;
            var setting = new Setting(SettingKind.Owner, member.Id);
            changes.Add(await settings.ToAsync(turn.Unit, setting, option == "owner" ? Settings.Yes : Settings.No).ConfigureAwait(false));
            if (option == "remove-owner" && onDuty == member.Id.Value) onDuty = await SuccessorAsync(turn, changes).ConfigureAwait(false);
        }

        var change = new SettingChange(duty, dutyBefore, onDuty);
        if (turn.Value("on-duty") is not null || change.Old != change.New) changes.Insert(changes.TakeWhile(each => each.New == Settings.Yes).Count(), change);
        return (changes, null);
    }

    /// <summary>Who takes duty when the one on duty leaves: the first owner by name that is left; blank when nobody is.</summary>
    private async Task<string> SuccessorAsync(Turn turn, IReadOnlyList<SettingChange> changes)
    {
        var gone = changes.Where(change => change.New == Settings.No).Select(change => change.Setting.Member).ToHashSet();
        var come = changes.Where(change => change.New == Settings.Yes).Select(change => change.Setting.Member).ToHashSet();
        var everybody = await people.Members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        return everybody.FirstOrDefault(member => (member.IsOwner || come.Contains(member.Id)) && !gone.Contains(member.Id))?.Id.Value ?? "";
    }

    private async Task<(IReadOnlyList<SettingChange> Changes, Reply? Problem)> AgendaAsync(Turn turn)
    {
        if (turn.Value("agenda") is null && turn.Value("channel") is null) return ([], null);
        var (plan, problem) = await people.ChangedAsync(turn, SetupCommands.Setup).ConfigureAwait(false);
        if (plan is null) return ([], problem);
        var (time, channel) = (plan.AgendaTime, plan.AgendaChannel);
        if (turn.Value("agenda") is { } typedTime)
        {
            if (TimeText.ReadClock(typedTime) is not { } read) return ([], parts.Texts.Private(SetupTexts.NoTime, ("typed", ReplyValue.Typed(typedTime))));
            if (IsNeverPosted(turn, plan, read))
            {
                return ([], parts.Texts.Private(SetupTexts.AgendaTooLate, ("time", ReplyValue.Words(TimeText.Clock(read))), ("typed", ReplyValue.Typed(typedTime))));
            }

            time = read;
        }

        if (turn.Value("channel") is { } typedChannel)
        {
            if (await parts.Workspaces.FindChannelAsync(turn.Db, turn.Workspace.Id, typedChannel).ConfigureAwait(false) is not { } found)
            {
                var channels = await parts.Workspaces.ChannelsAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
                var names = ReplyValue.Typed(string.Join(", ", channels.Select(each => "#" + each.Name)));
                return ([], parts.Texts.Private(SetupTexts.NoChannel, ("typed", ReplyValue.Typed(typedChannel)), ("channels", names)));
            }

            channel = found.Id;
        }

        var setting = new Setting(SettingKind.Agenda, plan.Owner);
        return ([await settings.ToAsync(turn.Unit, setting, Settings.AgendaText(time, channel)).ConfigureAwait(false)], null);
    }

    /// <summary>An agenda is posted before the end of work or not at all (rule A1).</summary>
    private static bool IsNeverPosted(Turn turn, OwnerPlan plan, NodaTime.LocalTime time) =>
        Enumerable.Range(0, 7).Select(plan.Calendar.Today(turn.Now).PlusDays).All(date =>
            plan.Calendar.WorkdayOf(date) is not { } workday || ZoneTime.ToInstant(date + time, plan.Calendar.Zone) >= workday.End);

    /// <summary>The buffer, what happens on a day with nothing to do, and quiet hours.</summary>
    private async Task<(IReadOnlyList<SettingChange> Changes, Reply? Problem)> DayAsync(Turn turn)
    {
        if (turn.Value("buffer") is null && turn.Value("quiet") is null && turn.Value("quiet-hours") is null) return ([], null);
        var (plan, problem) = await people.ChangedAsync(turn, SetupCommands.Setup).ConfigureAwait(false);
        if (plan is null) return ([], problem);
        var changes = new List<SettingChange>();
        if (turn.Value("buffer") is { } typed)
        {
            var minutes = typed.Equals(SetupCommands.Nothing, StringComparison.OrdinalIgnoreCase) ? 0 : MinutesText.Read(typed);
            if (minutes is not (>= 0 and <= LongestBuffer)) return ([], parts.Texts.Private(SetupTexts.NoBuffer, ("typed", ReplyValue.Typed(typed))));
            changes.Add(await settings.ToAsync(turn.Unit, new Setting(SettingKind.Buffer, plan.Owner), minutes.Value.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false));
        }

        if (turn.Value("quiet") is { } quiet) changes.Add(await settings.ToAsync(turn.Unit, new Setting(SettingKind.Quiet, plan.Owner), quiet).ConfigureAwait(false));
        if (turn.Value("quiet-hours") is { } hours) changes.Add(await settings.ToAsync(turn.Unit, new Setting(SettingKind.QuietHours, plan.Owner), hours).ConfigureAwait(false));
        return (changes, null);
    }

    /// <summary>The author's own order of day and month, and the team's.</summary>
    private async Task<(IReadOnlyList<SettingChange> Changes, Reply? Problem)> DatesAsync(Turn turn)
    {
        var changes = new List<SettingChange>();
        var asked = new[] { ("dates", new Setting(SettingKind.DateOrder, turn.Author.Id)), ("team-dates", Setting.OfTeam(SettingKind.TeamDateOrder)) };
        foreach (var (option, setting) in asked)
        {
            if (turn.Value(option) is { } typed) changes.Add(await settings.ToAsync(turn.Unit, setting, typed == DateOrderText.Ask ? "" : typed).ConfigureAwait(false));
        }

        return (changes, null);
    }

    private async Task<(IReadOnlyList<SettingChange> Changes, Reply? Problem)> EmergencyAsync(Turn turn)
    {
        if (turn.Value("emergency") is not { } typed) return ([], null);
        var text = typed.Equals(SetupCommands.Nothing, StringComparison.OrdinalIgnoreCase) ? "" : typed;
        return ([await settings.ToAsync(turn.Unit, Setting.OfTeam(SettingKind.Emergency), text).ConfigureAwait(false)], null);
    }

    private async Task<(IReadOnlyList<SettingChange> Changes, Reply? Problem)> SafetyAsync(Turn turn)
    {
        if (turn.Value("safety") is not { } typed) return ([], null);
        var words = typed.Equals(SetupCommands.Nothing, StringComparison.OrdinalIgnoreCase) ? [] : SafetyWords.Read(typed);
        if (words.Length > SafetyWords.MostWords) return ([], parts.Texts.Private(SetupTexts.ManySafetyWords, ("count", SafetyWords.MostWords), ("typed", ReplyValue.Typed(typed))));
        return ([await settings.ToAsync(turn.Unit, Setting.OfTeam(SettingKind.SafetyWords), string.Join(", ", words)).ConfigureAwait(false)], null);
    }
}
