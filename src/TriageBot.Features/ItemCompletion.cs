using System.Globalization;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Features.Escalations;
using TriageBot.Features.Promises;
using TriageBot.Features.Tasks;
using TriageBot.Features.Urgent;

namespace TriageBot.Features;

/// <summary>Items whose number a command may be about: only such as the person who types may see.</summary>
public sealed class ItemCompletion(TaskStore tasks, EscalationStore escalations, PromiseStore promises, UrgentStore urgent)
{
    private const int LongestTitle = 60;

    /// <summary>How far back a solved matter is looked for: what comes up again does so within weeks.</summary>
    private static readonly Duration SolvedLately = Duration.FromDays(30);

    public async Task<IEnumerable<Choice>> OfAsync(Turn turn, ItemKind kind) => kind switch
    {
        ItemKind.OpenEscalation => await OpenAsync(turn).ConfigureAwait(false),
        ItemKind.SolvedEscalation => (await escalations.SolvedSinceAsync(turn.Db, turn.Workspace.Id, turn.Now - SolvedLately).ConfigureAwait(false))
            .Select(solved => Choice(solved.Number, solved.What, solved.Customer)),
        ItemKind.Promise => await OwedAsync(turn).ConfigureAwait(false),
        ItemKind.Any => await AnyAsync(turn).ConfigureAwait(false),
        _ => await OfMemberAsync(turn).ConfigureAwait(false),
    };

    /// <summary>A promise and the task that keeps it have one number: it is shown as the promise.</summary>
    private async Task<IEnumerable<Choice>> AnyAsync(Turn turn)
    {
        Choice[] all =
        [
            .. await HeldAsync(turn).ConfigureAwait(false), .. await OpenAsync(turn).ConfigureAwait(false),
            .. await OwedAsync(turn).ConfigureAwait(false), .. await OfMemberAsync(turn).ConfigureAwait(false),
        ];
        return all.DistinctBy(choice => choice.Value);
    }

    private async Task<IEnumerable<Choice>> OfMemberAsync(Turn turn) =>
        (await tasks.NewestOfAsync(turn.Db, turn.Workspace.Id, turn.Author.Id).ConfigureAwait(false)).Select(task => Choice(task.Number, task.What));

    private async Task<IEnumerable<Choice>> OpenAsync(Turn turn) =>
        (await escalations.OpenAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).Reverse().Select(open => Choice(open.Number, open.What, open.Customer));

    private async Task<IEnumerable<Choice>> OwedAsync(Turn turn) =>
        (await promises.OwedAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).Select(promise => Choice(promise.Number, promise.What, promise.Customer));

    /// <summary>What they asked, and what they are to read.</summary>
    private async Task<IEnumerable<Choice>> HeldAsync(Turn turn)
    {
        var asked = await urgent.RequestsAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, turn.Now).ConfigureAwait(false);
        var toRead = await urgent.HeldAsync(turn.Db, turn.Workspace.Id, turn.Author.Id).ConfigureAwait(false);
        return asked.Concat(toRead).DistinctBy(message => message.Number).Select(message => Choice(message.Number, message.What, message.Customer));
    }

    private static Choice Choice(long number, string what, string? customer = null) => new(
        number.ToString(CultureInfo.InvariantCulture),
        string.IsNullOrEmpty(customer) ? $"#{number} {Say.Shorten(what, LongestTitle)}" : $"#{number} {Say.Shorten($"{customer}: {what}", LongestTitle)}");
}
