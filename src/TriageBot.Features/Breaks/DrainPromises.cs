using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Core.Urgent;
using TriageBot.Features.Promises;

namespace TriageBot.Features.Breaks;

/// <summary>"Promise" in a drain: the held message becomes a promise to its customer, and its requester hears until when (rule H5).</summary>
internal sealed class DrainPromises(DrainHandlers drain, DrainOutcomes outcomes, PromiseIntake intake, PromiseActs acts)
{
    public Task<Reply> OpenAsync(Turn turn) => drain.WithItemAsync(turn, item => Task.FromResult<Reply>(new Reply.Open(
        PromiseForms.New(new ControlId(DrainVerbs.Promise, item.Message.Number, item.Message.Revision), item.Message.Customer, item.Message.What, due: ""))));

    public Task<Reply> FilledAsync(Turn turn) => drain.WithItemAsync(turn, async item =>
    {
        var words = PromiseIntake.Words(turn) with { Number = item.Message.Number, Requester = item.Message.RequesterId };
        var read = await intake.ReadAsync(turn, words).ConfigureAwait(false);
        if (read is PromiseRead.Answer answer) return answer.Reply;
        var ready = (PromiseRead.Ready)read;
        return ready.Promise.Basis.HasWarning
            ? await intake.WarnAsync(
                turn,
                ready,
                new Button(Id(DrainVerbs.PromiseAnyway, item.Message), "Promise anyway", ButtonStyle.Primary),
                new Button(Id(DrainVerbs.Promise, item.Message), "Another date…"),
                new Button(Id("drain-back", item.Message), "Back")).ConfigureAwait(false)
            : await PromisedAsync(turn, item, () => intake.GiveAsync(turn, ready)).ConfigureAwait(false);
    });

    public Task<Reply> AnywayAsync(Turn turn) => drain.WithItemAsync(turn, async item =>
    {
        if (await acts.FindAsync(turn, item.Message.Number).ConfigureAwait(false) is not { State: PromiseState.Draft } draft) return acts.NoPromise(item.Message.Number);
        return await PromisedAsync(turn, item, async () => await intake.GiveDraftAsync(turn, draft).ConfigureAwait(false) ?? draft).ConfigureAwait(false);
    });

    private async Task<Reply> PromisedAsync(Turn turn, DrainItem item, Func<Task<Promise>> give) => await drain.DecideAsync(
        turn,
        item,
        UrgentState.Promised,
        DrainChoice.Promise,
        async () => await outcomes.PromisedAsync(turn, item.Message, await give().ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false);

    private static string Id(string verb, HeldMessage message) => new ControlId(verb, message.Number, message.Revision).ToString();
}

/// <summary>Verbs of a drain's controls about promises. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class DrainVerbs
{
    public const string Promise = "drain-promise";
    public const string PromiseAnyway = "drain-promise-anyway";
}
