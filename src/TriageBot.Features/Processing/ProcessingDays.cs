using NodaTime.Text;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Processing;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Processing;

/// <summary>
/// A kind of matter with set days gets the end of its next one as its date, and says so in writing (rule C12). The days are an owner's blocks: the owner named or on duty first,
/// then whoever else has such a block.
/// </summary>
internal sealed class ProcessingDays(OwnerStore owners, MemberStore members, ReplyTexts texts)
{
    private static readonly LocalDateTimePattern Typed = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    /// <summary>Runs a command that takes <c>kind</c>, <c>due</c> and <c>for</c>; without a kind as it is. A date that was typed counts more than the kind's.</summary>
    /// <param name="setsDoDay">True for tasks: they are planned for that day too.</param>
    public async Task<Reply> WithKindAsync(Turn turn, Handler handler, bool setsDoDay)
    {
        if (turn.Value("kind") is not { } kind) return await handler(turn).ConfigureAwait(false);
        if (await FindAsync(turn, kind).ConfigureAwait(false) is not ({ } plan, { } block)) return await NoKindAsync(turn).ConfigureAwait(false);
        if (ProcessingRules.Next(block, plan.Calendar, turn.Now) is not { } span) return texts.Private(ProcessingTexts.NeverOpen, ("kind", ReplyValue.Typed(block.Name)), turn.Typed);
        var hasDue = turn.Value("due") is not null;
        var values = turn.Values.ToDictionary(value => value.Key, value => value.Value);
        if (!hasDue) values["due"] = Typed.Format(span.End.InZone(turn.AuthorZone).LocalDateTime);
        if (!hasDue && setsDoDay && turn.Value("do") is null) values["do"] = LocalDatePattern.Iso.Format(span.Start.InZone(turn.AuthorZone).Date);
        var reply = await handler(turn.Doing(turn.Incoming.Body, turn.Command, values)).ConfigureAwait(false);
        if (reply is not Reply.Private { Card: { Item: not null } card }) return reply;
        var said = texts.Say(
            hasDue ? ProcessingTexts.DaysOnly : ProcessingTexts.Yours,
            ("kind", ReplyValue.Typed(block.Name)),
            ("days", ReplyValue.Words(ProcessingRules.Days(block))),
            ("until", Say.Moment(span.End, turn.Now, turn.AuthorZone, plan.Calendar.Zone)));
        return new Reply.Private(card with { Text = RichText.Lines(card.Text, said) });
    }

    private async Task<(OwnerPlan? Plan, Block? Block)> FindAsync(Turn turn, string kind)
    {
        var function = BlockPlanText.ReadFunction(kind);
        foreach (var plan in await PlansAsync(turn).ConfigureAwait(false))
        {
            if (plan.Blocks.FirstOrDefault(block => block.Function == function) is { } block) return (plan, block);
        }

        return (null, null);
    }

    /// <summary>The owner whom the matter goes to first.</summary>
    private async Task<IReadOnlyList<OwnerPlan>> PlansAsync(Turn turn)
    {
        var named = turn.Value("for") is { } typed ? (await members.FindTypedAsync(turn.Db, turn.Workspace.Id, typed).ConfigureAwait(false))?.Id : null;
        var first = named ?? (await owners.OnDutyAsync(turn.Db, turn.Workspace).ConfigureAwait(false))?.Owner;
        return [.. (await owners.AllAsync(turn.Db, turn.Workspace).ConfigureAwait(false)).OrderBy(plan => plan.Owner == first ? 0 : 1)];
    }

    private async Task<Reply> NoKindAsync(Turn turn)
    {
        var kinds = (await owners.AllAsync(turn.Db, turn.Workspace).ConfigureAwait(false)).SelectMany(plan => plan.Blocks).Select(block => block.Function).Distinct().Order(StringComparer.Ordinal).ToList();
        return kinds.Count == 0
            ? texts.Private(ProcessingTexts.NoKinds, turn.Typed)
            : texts.Private(ProcessingTexts.NoKind, turn.Typed, ("kinds", ReplyValue.Typed(string.Join(", ", kinds))));
    }
}
