using System.Globalization;
using TriageBot.Core.Access;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Week;
using TriageBot.Features.BreakGlass;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Week;

/// <summary><c>/week</c>: an owner's own week, to them alone, and their later verdict on what interrupted them (rules M1, H4).</summary>
internal sealed class WeekHandlers(WeekInput input, WeekCards cards, OwnerStore owners, GlassStore glass, WeekParts parts)
{
    public async Task<Reply> LookAsync(Turn turn)
    {
        var (plan, refused) = await MineAsync(turn).ConfigureAwait(false);
        if (plan is null) return refused;
        var (week, answer) = await input.ReadAsync(turn, plan.Calendar.Today(turn.Now)).ConfigureAwait(false);
        return week is null ? answer : new Reply.Private(await cards.OfAsync(turn.Unit, plan, week).ConfigureAwait(false));
    }

    public async Task<Reply> ShowAsync(Turn turn)
    {
        var (plan, refused) = await MineAsync(turn).ConfigureAwait(false);
        return plan is null ? refused : new Reply.Update(await cards.OfAsync(turn.Unit, plan, WeekOf(turn, plan)).ConfigureAwait(false));
    }

    /// <summary>A verdict that was chosen for one of the interruptions.</summary>
    public Task<Reply> JudgeAsync(Turn turn) => turn.Choice.Split(':') is [var number, var word]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var item) && Enum.TryParse<LaterVerdict>(word, out var verdict)
            ? SaveAsync(
                turn,
                item,
                verdict,
                parts.Texts.Say(WeekTexts.Judged, ("number", item), ("verdict", ReplyValue.Words(WeekCards.Words(verdict)))),
                new Button(new ControlId(WeekVerbs.JudgeUndo, item, Extra: turn.Control.Extra).ToString(), "Undo"))
            : Task.FromResult<Reply>(Reply.Nothing.Instance);

    public Task<Reply> UndoJudgeAsync(Turn turn) => SaveAsync(turn, turn.Control.Item, verdict: null, parts.Texts.Say(WeekTexts.JudgedBack, ("number", turn.Control.Item)));

    private async Task<Reply> SaveAsync(Turn turn, long number, LaterVerdict? verdict, RichText said, params IEnumerable<Control> undo)
    {
        var (plan, refused) = await MineAsync(turn).ConfigureAwait(false);
        if (plan is null) return refused;
        // A safety word is no request that somebody could have made later.
        if (await glass.FindAsync(turn.Unit, number).ConfigureAwait(false) is not { State: GlassState.Told or GlassState.NextBreak } row) return parts.Problems.NoSuchItem(number);
        if (Policy.Decide(turn.Actor, new Act.JudgeInterruption(row.OwnerId)) is Verdict.Refused notTheirs)
        {
            return await parts.Refusals.ReplyAsync(turn, notTheirs, $"A verdict on #{number}").ConfigureAwait(false);
        }

        await glass.JudgeAsync(turn.Unit, number, verdict).ConfigureAwait(false);
        return new Reply.Update(await cards.OfAsync(turn.Unit, plan, WeekOf(turn, plan), said, undo).ConfigureAwait(false));
    }

    /// <summary>Whoever presses a button may have been an owner only when the report was shown.</summary>
    private async Task<(OwnerPlan? Plan, Reply Refused)> MineAsync(Turn turn)
    {
        var refused = Policy.Decide(turn.Actor, new Act.UseCommand(WeekFeature.Week)) as Verdict.Refused;
        var plan = refused is null ? await owners.FindAsync(turn.Db, turn.Workspace, turn.Author.Id).ConfigureAwait(false) : null;
        return plan is not null ? (plan, Reply.Nothing.Instance) : (null, await parts.Refusals.ReplyAsync(turn, refused ?? new Verdict.Refused(WhoCan.Owners), "/week").ConfigureAwait(false));
    }

    private static ReportWeek WeekOf(Turn turn, OwnerPlan plan)
    {
        var current = ReportWeek.Of(plan.Calendar.Today(turn.Now));
        return WeekCards.WeekOf(turn.Control.Extra) is { } named && named.First <= current.First ? named : current;
    }
}

/// <summary>What is said where there is no report to show.</summary>
internal sealed record WeekParts(Problems Problems, Refusals Refusals, ReplyTexts Texts);
