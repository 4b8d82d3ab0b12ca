using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Setup;

/// <summary><c>/hours</c> and <c>/breaks</c>.</summary>
internal sealed class PlanHandlers(SetupChanger changer, Settings settings, SetupPeople people, SetupWords words, IntakeParts parts)
{
    public async Task<Reply> BreaksAsync(Turn turn)
    {
        if (turn.Value("breaks") is not { } typed) return await ShowAsync(turn, SettingKind.Breaks, SetupTexts.HowBreaks).ConfigureAwait(false);
        var (plan, problem) = await people.ChangedAsync(turn, SetupCommands.Breaks).ConfigureAwait(false);
        if (plan is null) return problem;
        return BreakPlanText.Read(typed) switch
        {
            ParseOutcome<ImmutableArray<BreakWindow>>.Success read =>
                await SetAsync(turn, new Setting(SettingKind.Breaks, plan.Owner), BreakPlanText.Print(read.Value)).ConfigureAwait(false),
            ParseOutcome<ImmutableArray<BreakWindow>>.Problem wrong => people.Problem(turn, SetupCommands.Breaks, "breaks", wrong),
            _ => throw new InvalidOperationException("Unknown outcome of reading breaks."),
        };
    }

    public async Task<Reply> HoursAsync(Turn turn)
    {
        if (turn.Value("hours") is not { } typed) return await ShowAsync(turn, SettingKind.Hours, SetupTexts.HowHours).ConfigureAwait(false);
        var (plan, problem) = await people.ChangedAsync(turn, SetupCommands.Hours).ConfigureAwait(false);
        if (plan is null) return problem;
        var (day, refusal) = await FirstDayAsync(turn, plan).ConfigureAwait(false);
        if (day is not { } from) return refusal;
        return WeekHours.Read(typed) switch
        {
            // Without open time nothing could be promised to anybody (rule T6).
            ParseOutcome<WeekHours>.Success { Value.IsEmpty: true } => parts.Texts.Private(SetupTexts.NoHours, ("typed", ReplyValue.Typed(typed))),
            ParseOutcome<WeekHours>.Success read => await SetAsync(turn, Settings.HoursFrom(plan.Owner, from), read.Value.ToString()).ConfigureAwait(false),
            ParseOutcome<WeekHours>.Problem wrong => people.Problem(turn, SetupCommands.Hours, "hours", wrong),
            _ => throw new InvalidOperationException("Unknown outcome of reading hours."),
        };
    }

    /// <summary>Today, or the day that was typed: a day, and not one whose time has already been counted (rule T7).</summary>
    private async Task<(LocalDate? Day, Reply Refusal)> FirstDayAsync(Turn turn, OwnerPlan plan)
    {
        var today = plan.Calendar.Today(turn.Now);
        if (turn.Value("from") is not { } typed) return (today, Reply.Nothing.Instance);
        var written = ("typed", ReplyValue.Typed(typed));
        return await parts.Due.ReadAsync(turn, typed).ConfigureAwait(false) switch
        {
            DueInputResult.Answer answer => (null, answer.Reply),
            DueInputResult.Read { Due: DueValue.Day day } when day.Date >= today => (day.Date, Reply.Nothing.Instance),
            DueInputResult.Read { Due: DueValue.Day day } => (null, parts.Texts.Private(SetupTexts.PastDay, ("day", ReplyValue.Words(TimeText.Day(day.Date, today))), written)),
            _ => (null, parts.Texts.Private(SetupTexts.NoDay, written)),
        };
    }

    private async Task<Reply> ShowAsync(Turn turn, SettingKind kind, ReplyText how)
    {
        var (plans, problem) = await people.ShownAsync(turn).ConfigureAwait(false);
        if (plans.Count == 0) return problem is Reply.Nothing ? parts.Texts.Private(SetupTexts.NextOwner) : problem;
        var lines = new List<RichText>();
        foreach (var plan in plans) lines.AddRange(await words.StateAsync(turn.Unit, new Setting(kind, plan.Owner), turn.Author.Id).ConfigureAwait(false));
        return new Reply.Private(new Card(RichText.Lines([.. lines, parts.Texts.Say(how)])));
    }

    private async Task<Reply> SetAsync(Turn turn, Setting setting, string value) =>
        await changer.SetAsync(turn, await settings.ToAsync(turn.Unit, setting, value).ConfigureAwait(false)).ConfigureAwait(false);
}
