using System.Globalization;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Satisfaction;
using TriageBot.Core.Urgent;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Satisfaction;

/// <summary>Takes a rating in. A poor one is read in the next break like any held message: nobody is alarmed (rule C11).</summary>
internal sealed class SatisfactionHandlers(SatisfactionStore store, UrgentStore urgent, Holding holding, IntakeParts parts)
{
    public Task<Reply> RateAsync(Turn turn) => WithAskAsync(turn, async ask =>
    {
        if (!int.TryParse(turn.Control.Extra, NumberStyles.None, CultureInfo.InvariantCulture, out var rating)
            || rating is < SatisfactionRules.Worst or > SatisfactionRules.Best) return Reply.Nothing.Instance;
        await store.SaveAsync(turn.Unit, ask with { Rating = rating }).ConfigureAwait(false);
        return SatisfactionRules.IsPoor(rating) && await HoldAsync(turn, ask, rating).ConfigureAwait(false) is { } told
            ? told
            : Update(parts.Texts.Say(SatisfactionTexts.Thanks, ("rating", rating), ("number", ask.Number)));
    });

    public Task<Reply> CloseAsync(Turn turn) => WithAskAsync(turn, async ask =>
    {
        await store.SaveAsync(turn.Unit, ask with { IsClosed = true }).ConfigureAwait(false);
        return Update(parts.Texts.Say(SatisfactionTexts.Closed, ("number", ask.Number)));
    });

    /// <summary>Only who was asked has a row, and says something once.</summary>
    private async Task<Reply> WithAskAsync(Turn turn, Func<SatisfactionAsk, Task<Reply>> act)
    {
        var number = turn.Control.Item;
        return await store.FindAsync(turn.Db, turn.Workspace.Id, number, turn.Author.Id).ConfigureAwait(false) switch
        {
            null => parts.Texts.Private(SatisfactionTexts.NotAsked, ("number", number)),
            { Rating: { } rating } => parts.Texts.Private(SatisfactionTexts.Already, ("number", number), ("rating", rating)),
            var ask => await act(ask).ConfigureAwait(false),
        };
    }

    /// <summary>Null where nobody is there to read it: a team without owners.</summary>
    private async Task<Reply?> HoldAsync(Turn turn, SatisfactionAsk ask, int rating)
    {
        var plan = await parts.Owners.FindAsync(turn.Db, turn.Workspace, new MemberId(ask.AnsweredBy)).ConfigureAwait(false)
            ?? await parts.Owners.OnDutyAsync(turn.Db, turn.Workspace).ConfigureAwait(false);
        if (plan is null) return null;
        var held = await InsertAsync(turn, plan, ask, rating).ConfigureAwait(false);
        var owner = await parts.Members.FindAsync(turn.Db, turn.Workspace.Id, plan.Owner).ConfigureAwait(false);
        return Update(parts.Texts.Say(
            SatisfactionTexts.Poor,
            ("rating", rating),
            ("number", ask.Number),
            ("owner", owner?.AsRun() ?? new TextRun(RunKind.Typed, plan.Owner.Value)),
            ("promise", Say.Moment(held.PromisedAt, turn.Now, turn.AuthorZone, plan.Calendar.Zone)),
            ("held", held.Number)));
    }

    private async Task<HeldMessage> InsertAsync(Turn turn, OwnerPlan plan, SatisfactionAsk ask, int rating)
    {
        var asked = new HeldMessage
        {
            OwnerId = plan.Owner,
            RequesterId = turn.Author.Id,
            What = parts.Texts.Say(SatisfactionTexts.Held, ("rating", rating), ("number", ask.Number)).ToPlainText(),
            Customer = ask.Customer,
            WaitingSinceAt = turn.Now,
        };
        var place = await holding.PlaceAsync(turn.Unit, plan).ConfigureAwait(false);
        return await urgent.InsertAsync(turn.Db, turn.Workspace.Id, asked, await parts.Workspaces.NextNumberAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false), place)
            .ConfigureAwait(false);
    }

    private static Reply.Update Update(RichText text) => new(new Card(text));
}
