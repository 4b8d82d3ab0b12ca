using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Urgent;
using TriageBot.Features.Dates;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Setup;

/// <summary>Puts the present state of a setting into sentences for one reader.</summary>
internal sealed class SetupWords(WorkspaceStore workspaces, MemberStore members, OwnerStore owners, ReplyTexts texts, HoldSettings hold)
{
    public async Task<IReadOnlyList<RichText>> StateAsync(UnitOfWork unit, Setting setting, MemberId reader)
    {
        if (setting.Kind == SettingKind.TeamZone) return [texts.Say(SetupTexts.TeamZone, Zone(unit.Workspace.Zone), ClockIn(unit, unit.Workspace.TimeZone))];
        if (setting.Kind == SettingKind.Emergency) return [EmergencyOf(unit.Workspace)];
        if (setting.Kind == SettingKind.SafetyWords)
        {
            return [unit.Workspace.SafetyWords.Length == 0 ? texts.Say(SetupTexts.NoSafetyWords) : texts.Say(SetupTexts.SafetyWords, ("words", ReplyValue.Typed(unit.Workspace.SafetyWords)))];
        }

        if (setting.Kind == SettingKind.TeamDateOrder) return [texts.Say(SetupTexts.TeamDates, Dates(unit.Workspace.DateOrder))];
        var plan = setting.Kind == SettingKind.OnDuty
            ? await owners.OnDutyAsync(unit.Db, unit.Workspace).ConfigureAwait(false)
            : await owners.FindAsync(unit.Db, unit.Workspace, setting.Member).ConfigureAwait(false);
        if (await members.FindAsync(unit.Db, unit.Workspace.Id, plan?.Owner ?? setting.Member).ConfigureAwait(false) is not { } member) return [];
        var whose = new WhoseWords(member, reader, texts);
        return setting.Kind switch
        {
            SettingKind.Zone => [ZoneOf(unit, member, whose)],
            SettingKind.DateOrder => [texts.Say(member.DateOrder is null ? SetupTexts.DatesOfTeam : SetupTexts.Dates, whose.First, Dates(member.DateOrder ?? unit.Workspace.DateOrder))],
            SettingKind.Owner when plan is null => [texts.Say(SetupTexts.IsNoOwner, ("member", member.AsRun()))],
            _ when plan is null => [],
            SettingKind.Owner => [texts.Say(SetupTexts.IsOwner, ("member", member.AsRun()), await HoursAsync(unit, plan).ConfigureAwait(false), Breaks(plan))],
            SettingKind.OnDuty => [texts.Say(SetupTexts.OnDuty, ("owner", member.AsRun()))],
            SettingKind.Hours =>
            [
                .. await HoursLinesAsync(unit, plan, reader).ConfigureAwait(false),
                .. ForcedAndOutside(plan, FirstDay(unit, plan, setting), whose),
            ],
            SettingKind.Breaks => [texts.Say(SetupTexts.Breaks, whose.First, Breaks(plan)), .. ForcedAndOutside(plan, FirstDay(unit, plan, setting), whose)],
            SettingKind.Closures => ClosuresOf(unit, plan, whose),
            SettingKind.Agenda => [await AgendaOfAsync(unit, plan, whose).ConfigureAwait(false)],
            SettingKind.Buffer => [texts.Say(SetupTexts.Buffer, whose.First, ("minutes", ReplyValue.Words(DayText.Minutes(plan.BufferMinutes))))],
            SettingKind.Quiet => [texts.Say(plan.IsQuiet ? SetupTexts.Quiet : SetupTexts.NotQuiet, whose.First)],
            SettingKind.QuietHours => [texts.Say(plan.HasQuietHours ? SetupTexts.QuietHours : SetupTexts.NoQuietHours, whose.First)],
            SettingKind.Blocks => plan.Blocks.IsEmpty
                ? [texts.Say(SetupTexts.NoBlocks, whose.First)]
                : [.. plan.Blocks.Select(block => texts.Say(
                    SetupTexts.Block, whose.First, ("function", ReplyValue.Typed(block.Function)), ("hours", ReplyValue.Words(block.Hours.ToString()))))],
            _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "This setting has no words."),
        };
    }

    /// <summary>The hours that count today.</summary>
    private async Task<(string Name, ReplyValue Value)> HoursAsync(UnitOfWork unit, OwnerPlan plan)
    {
        var versions = await owners.HoursAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false);
        var valid = versions.LastOrDefault(version => version.From <= plan.Calendar.Today(unit.Now)) ?? versions[0];
        return ("hours", ReplyValue.Words(valid.Hours.ToString()));
    }

    private static (string Name, ReplyValue Value) Breaks(OwnerPlan plan) => ("breaks", ReplyValue.Words(BreakPlanText.Print(plan.Breaks)));

    /// <summary>The hours that count today, and each later version with its first day.</summary>
    public async Task<IReadOnlyList<RichText>> HoursLinesAsync(UnitOfWork unit, OwnerPlan plan, MemberId reader)
    {
        var owner = await members.FindAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The owner '{plan.Owner}' is no member.");
        var today = plan.Calendar.Today(unit.Now);
        var versions = await owners.HoursAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false);
        return
        [
            texts.Say(
                SetupTexts.Hours,
                new WhoseWords(owner, reader, texts).First,
                await HoursAsync(unit, plan).ConfigureAwait(false),
                Zone(plan.Calendar.Zone.Id)),
            .. versions.Where(version => version.From > today).Select(version => texts.Say(
                SetupTexts.HoursFrom,
                ("day", ReplyValue.Words(TimeText.Day(version.From, today))),
                ("hours", ReplyValue.Words(version.Hours.ToString())))),
        ];
    }

    /// <summary>What a new owner is told, once: what it means, what they begin with, what to do next.</summary>
    /// <param name="by">Who made them one.</param>
    public async Task<RichText> WelcomeAsync(UnitOfWork unit, MemberId owner, (string Name, ReplyValue Value) by)
    {
        var plan = await owners.FindAsync(unit.Db, unit.Workspace, owner).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The new owner '{owner}' has no plan.");
        var hours = await HoursAsync(unit, plan).ConfigureAwait(false);
        return texts.Say(SetupTexts.YouAreOwner, by, hours, Breaks(plan), ("agenda", await AgendaAsync(unit, plan).ConfigureAwait(false)));
    }

    /// <summary>"08:30 in #team"; only the time while there is no such channel.</summary>
    private async Task<ReplyValue> AgendaAsync(UnitOfWork unit, OwnerPlan plan)
    {
        var time = RichText.Plain(TimeText.Clock(plan.AgendaTime));
        return await ChannelAsync(unit, plan).ConfigureAwait(false) is { } name ? time.Then(" in ").Then(RichText.Typed("#" + name)) : time;
    }

    private RichText EmergencyOf(Workspace workspace) => workspace.Emergency.Length == 0
        ? texts.Say(SetupTexts.EmergencyBuiltIn)
        : texts.Say(SetupTexts.Emergency, ("emergency", ReplyValue.Typed(workspace.Emergency)));

    private RichText ZoneOf(UnitOfWork unit, Member member, WhoseWords whose) => texts.Say(
        member.Zone is null ? SetupTexts.ZoneOfTeam : SetupTexts.Zone,
        whose.First,
        Zone(member.ZoneOr(unit.Workspace).Id),
        ClockIn(unit, member.ZoneOr(unit.Workspace)));

    /// <summary>The day from which on a change is looked at: its own first one, if that is yet to come.</summary>
    private static LocalDate FirstDay(UnitOfWork unit, OwnerPlan plan, Setting setting)
    {
        var today = plan.Calendar.Today(unit.Now);
        return setting.Detail.Length > 0 ? LocalDate.Max(today, Settings.DayOf(setting)) : today;
    }

    /// <summary>What the plan does not say by itself: breaks put in to keep the ceiling (rule H2), and breaks that never happen.</summary>
    private IEnumerable<RichText> ForcedAndOutside(OwnerPlan plan, LocalDate first, WhoseWords whose)
    {
        var outlook = WeekOutlook.Of(plan, first, hold.Ceiling);
        if (!outlook.Forced.IsEmpty)
        {
            yield return texts.Say(
                SetupTexts.Forced,
                ("ceiling", Say.Span(hold.Ceiling)),
                whose.Whom,
                ("times", ReplyValue.Words(PlanText.Forced(outlook))),
                ("length", Say.Span(BreakSchedule.ForcedLength)));
        }

        if (!outlook.Outside.IsEmpty)
        {
            var times = PlanText.Joined(outlook.Outside.Select(window => TimeText.Clock(window.Start)));
            yield return texts.Say(SetupTexts.Outside, whose.Within, ("times", ReplyValue.Words(times)));
        }
    }

    /// <summary>Those that are not over, the next one first.</summary>
    private IReadOnlyList<RichText> ClosuresOf(UnitOfWork unit, OwnerPlan plan, WhoseWords whose)
    {
        var today = plan.Calendar.Today(unit.Now);
        var closures = plan.Closures.Where(closure => closure.Last >= today).Select(closure => texts.Say(
            closure.DayCount == 1 ? SetupTexts.ClosedDay : SetupTexts.ClosedDays,
            closure.DayCount == 1
                ? [("day", Day(closure.First, today)), ("why", WhyOf(closure))]
                : [("first", Day(closure.First, today)), ("last", Day(closure.Last, today)), ("why", WhyOf(closure))])).ToList();
        return closures.Count == 0 ? [texts.Say(SetupTexts.NoClosures, whose.First)] : [texts.Say(SetupTexts.Closures, whose.First), .. closures];
    }

    private static ReplyValue Day(LocalDate day, LocalDate today) => ReplyValue.Words(TimeText.Day(day, today));

    private static RichText WhyOf(Closure closure) => closure.Why.Length == 0 ? RichText.Empty : RichText.Plain(": ").Then(RichText.Typed(closure.Why));

    private async Task<RichText> AgendaOfAsync(UnitOfWork unit, OwnerPlan plan, WhoseWords whose)
    {
        var time = ("time", ReplyValue.Words(TimeText.Clock(plan.AgendaTime)));
        return await ChannelAsync(unit, plan).ConfigureAwait(false) is { } name
            ? texts.Say(SetupTexts.Agenda, whose.First, time, ("channel", ReplyValue.Typed("#" + name)))
            : texts.Say(SetupTexts.AgendaNowhere, whose.First, time);
    }

    private async Task<string?> ChannelAsync(UnitOfWork unit, OwnerPlan plan) =>
        (await workspaces.ChannelsAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false)).FirstOrDefault(channel => channel.Id == plan.AgendaChannel)?.Name;

    /// <summary>"day first: 5/12 is 5 December".</summary>
    private (string Name, ReplyValue Value) Dates(string? order) => ("dates", texts.Say(DateOrderText.Read(order) switch
    {
        DateOrder.DayMonth => SetupTexts.DayFirst,
        DateOrder.MonthDay => SetupTexts.MonthFirst,
        _ => SetupTexts.DatesAsked,
    }));

    private static (string Name, ReplyValue Value) Zone(string id) => ("zone", ReplyValue.Words(id));

    private static (string Name, ReplyValue Value) ClockIn(UnitOfWork unit, DateTimeZone zone) =>
        ("clock", ReplyValue.Words(TimeText.Clock(unit.Now.InZone(zone).TimeOfDay)));
}

/// <summary>A member as one reader calls them: "your" and "you" for themselves, by name for everybody else.</summary>
internal sealed class WhoseWords(Member member, MemberId reader, ReplyTexts texts)
{
    /// <summary>At the beginning of a sentence.</summary>
    public (string Name, ReplyValue Value) First => ("whose", IsReader ? texts.Say(SetupTexts.Your) : Theirs);

    public (string Name, ReplyValue Value) Within => ("whose", IsReader ? texts.Say(SetupTexts.YourWithin) : Theirs);

    public (string Name, ReplyValue Value) Whom => ("whom", IsReader ? texts.Say(SetupTexts.You) : member.AsRun());

    private bool IsReader => member.Id == reader;

    private RichText Theirs => texts.Say(SetupTexts.Theirs, ("member", member.AsRun()));
}
