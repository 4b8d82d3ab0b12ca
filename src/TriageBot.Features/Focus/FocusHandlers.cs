using System.Globalization;
using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Focus;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Breaks;
using TriageBot.Features.Dates;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Focus;

/// <summary><c>/focus</c> and the buttons below it (rule H18).</summary>
internal sealed class FocusHandlers(FocusBook book, FocusStore focuses, FocusCards cards, Holding holding, IntakeParts parts)
{
    public async Task<Reply> FocusAsync(Turn turn)
    {
        var plan = await PlanAsync(turn, turn.Author.Id).ConfigureAwait(false);
        var current = await book.CurrentAsync(turn.Unit, plan.Owner).ConfigureAwait(false);
        if (turn.Value("length") is { } word && word.Equals(FocusCommands.End, StringComparison.OrdinalIgnoreCase))
        {
            return new Reply.Private(current is null ? cards.Off(plan) : await EndAsync(turn.Unit, current).ConfigureAwait(false));
        }

        if (turn.Value("length") is null && turn.Value("until") is null)
        {
            if (turn.Value("with") is not null && current is null) return NoLength(turn);
            if (current is null) return new Reply.Private(cards.Off(plan));
        }

        var (end, problem) = await EndOfAsync(turn, current).ConfigureAwait(false);
        if (problem is not null) return problem;
        var focus = current is null
            ? await book.StartAsync(turn.Unit, plan.Owner, end, turn.Value("with") ?? "").ConfigureAwait(false)
            : await ChangeAsync(turn.Unit, current with { EndsAt = end, Customer = turn.Value("with") ?? current.Customer }).ConfigureAwait(false);
        return new Reply.Private(await cards.OnAsync(turn.Unit, plan, focus).ConfigureAwait(false));
    }

    public Task<Reply> EndPressedAsync(Turn turn) => PressedAsync(turn, async (_, focus) => new Reply.Update(await EndAsync(turn.Unit, focus).ConfigureAwait(false)));

    public Task<Reply> ExtendPressedAsync(Turn turn) => PressedAsync(turn, (plan, focus) =>
    {
        var more = int.TryParse(turn.Control.Extra, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var end = FocusRules.EndAt(turn.Now, focus.EndsAt + Duration.FromMinutes(more)) ?? focus.EndsAt;
        return ShowAsync(turn, plan, focus with { EndsAt = end });
    });

    public Task<Reply> UntilBreakPressedAsync(Turn turn) => PressedAsync(turn, async (plan, focus) =>
    {
        var within = await WithinAsync(turn, plan, focus).ConfigureAwait(false);
        return await ShowAsync(turn, plan, within is null ? focus : focus with { EndsAt = within.Start }).ConfigureAwait(false);
    });

    /// <summary>Does what <c>/break at</c> does, with its rules, its news to those who wait, and its Undo.</summary>
    public Task<Reply> MoveBreakPressedAsync(Turn turn, FeatureMap map) => PressedAsync(turn, async (plan, focus) =>
    {
        if (await WithinAsync(turn, plan, focus).ConfigureAwait(false) is null) return await ShowAsync(turn, plan, focus).ConfigureAwait(false);
        var values = new Dictionary<string, string> { ["action"] = "at", ["when"] = TimeText.Clock(FocusCards.EndClock(focus, plan.Calendar.Zone)) };
        var route = map.FindCommand(BreakCommands.Break.Name) ?? throw new InvalidOperationException("There is no /break.");
        return await route.Handler(turn.Doing(new IncomingBody.Command(BreakCommands.Break.Name, values), BreakCommands.Break.Name, values)).ConfigureAwait(false);
    });

    private async Task<Card> EndAsync(UnitOfWork unit, FocusSession focus) => await cards.OverAsync(unit, await ChangeAsync(unit, focus with { EndedAt = unit.Now }).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task<FocusSession> ChangeAsync(UnitOfWork unit, FocusSession focus)
    {
        await book.SaveAsync(unit, focus).ConfigureAwait(false);
        return focus;
    }

    private async Task<Reply> ShowAsync(Turn turn, OwnerPlan plan, FocusSession focus) =>
        new Reply.Update(await cards.OnAsync(turn.Unit, plan, await ChangeAsync(turn.Unit, focus).ConfigureAwait(false)).ConfigureAwait(false));

    /// <summary>The break of the button, if it still begins within the focus.</summary>
    private async Task<Break?> WithinAsync(Turn turn, OwnerPlan plan, FocusSession focus) =>
        FocusRules.BreakWithin(focus, await holding.UpcomingAsync(turn.Unit, plan).ConfigureAwait(false), turn.Now) is { } within && within.Key == turn.Control.Extra ? within : null;

    /// <summary>A button of a focus that is over, or that ends at another time than it did, changes nothing and shows how it is (rule X4).</summary>
    private async Task<Reply> PressedAsync(Turn turn, Func<OwnerPlan, FocusSession, Task<Reply>> act)
    {
        var focus = await focuses.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        if (focus is null) return cards.Texts.Private(FocusTexts.AlreadyOver);
        if (Policy.Decide(turn.Actor, new Act.ChangeFocus(focus.OwnerId)) is Verdict.Refused refused) return await parts.Refusals.ReplyAsync(turn, refused, "This focus").ConfigureAwait(false);
        if (!focus.IsOnAt(turn.Now)) return cards.Texts.Private(FocusTexts.AlreadyOver);
        var plan = await PlanAsync(turn, focus.OwnerId).ConfigureAwait(false);
        return focus.EndsAt.ToUnixTimeSeconds() == turn.Control.Revision
            ? await act(plan, focus).ConfigureAwait(false)
            : new Reply.Update(await cards.OnAsync(turn.Unit, plan, focus).ConfigureAwait(false));
    }

    private async Task<(Instant End, Reply? Problem)> EndOfAsync(Turn turn, FocusSession? current)
    {
        if (turn.Value("until") is { } typed)
        {
            if (turn.Value("length") is not null) return (default, NoLength(turn));
            return await parts.Due.ReadSeriesAsync(turn, typed).ConfigureAwait(false) switch
            {
                DueInputResult.Answer answer => (default, answer.Reply),
                DueInputResult.Read { Due: DueValue.At at } when FocusRules.EndAt(turn.Now, ZoneTime.ToInstant(at.Local, at.Zone)) is { } end => (end, null),
                _ => (default, cards.Texts.Private(FocusTexts.NotToday, turn.Typed)),
            };
        }

        if (turn.Value("length") is not { } length) return (current?.EndsAt ?? default, null);
        return MinutesText.Read(length) is { } minutes && FocusRules.EndAfter(turn.Now, minutes) is { } until ? (until, null) : (default, NoLength(turn));
    }

    /// <summary>What was typed, and the same command with a length that works.</summary>
    private Reply NoLength(Turn turn)
    {
        var completed = turn.Values.Where(value => value.Key != "until").ToDictionary(value => value.Key, value => value.Value);
        completed["length"] = "90m";
        return cards.Texts.Private(
            FocusTexts.NoLength,
            turn.Typed,
            ("example", ReplyValue.Typed(CommandPrinter.Print(FocusCommands.Focus, completed))));
    }

    private async Task<OwnerPlan> PlanAsync(Turn turn, MemberId owner) => await parts.Owners.FindAsync(turn.Db, turn.Workspace, owner).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"The owner '{owner}' has no plan.");
}
