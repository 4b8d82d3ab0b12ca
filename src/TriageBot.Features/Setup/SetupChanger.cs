using System.Collections.Immutable;
using System.Globalization;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Setup;

/// <summary>The one way in which the set-up changes: checked, written, kept for Undo, followed by what it moves, told to whom it concerns, and echoed.</summary>
internal sealed class SetupChanger(Settings settings, SettingChangeStore kept, PlanMoves moves, OwnerChanges owners, SetupEcho echo)
{
    public const string Undo = "setup-undo";

    public Task<Reply> SetAsync(Turn turn, params IReadOnlyList<SettingChange> changes) => ChangeAsync(turn, changes, isUndo: false);

    /// <param name="beside">Buttons beside Undo, made from what these changes are called (<see cref="FindMadeAsync"/>).</param>
    public Task<Reply> SetAsync(Turn turn, IReadOnlyList<SettingChange> changes, Func<string, Task<ImmutableArray<Control>>> beside) =>
        ChangeAsync(turn, changes, isUndo: false, beside);

    /// <summary>Changes that were made, for another to take their place; or the answer to give where that cannot be.</summary>
    /// <param name="made">What they are called.</param>
    public Task<(IReadOnlyList<SettingChange> Changes, Reply? Problem)> FindMadeAsync(Turn turn, string made) =>
        made.Split('-') is [var first, var last] && long.TryParse(first, CultureInfo.InvariantCulture, out var from) && long.TryParse(last, CultureInfo.InvariantCulture, out var to)
            ? FindAsync(turn, from, to)
            : Task.FromResult<(IReadOnlyList<SettingChange>, Reply?)>(([], null));

    /// <summary>Puts back what a command changed, unless something of it was changed again.</summary>
    public async Task<Reply> UndoAsync(Turn turn)
    {
        var (changes, problem) = await FindAsync(turn, turn.Control.Item, turn.Control.Revision).ConfigureAwait(false);
        return problem ?? await ChangeAsync(turn, [.. changes.Reverse().Select(change => change.Back)], isUndo: true).ConfigureAwait(false);
    }

    private async Task<(IReadOnlyList<SettingChange> Changes, Reply? Problem)> FindAsync(Turn turn, long first, long last)
    {
        var changes = await kept.FindAsync(turn.Db, turn.Workspace.Id, first, last).ConfigureAwait(false);
        if (await echo.RefuseAsync(turn, changes).ConfigureAwait(false) is { } refusal) return ([], refusal);
        foreach (var change in changes)
        {
            var later = await kept.FindLaterAsync(turn.Db, turn.Workspace.Id, change.Setting, last).ConfigureAwait(false);
            if (later is not null) return ([], await echo.ChangedSinceAsync(turn, changes, later).ConfigureAwait(false));
        }

        return (changes, null);
    }

    private async Task<Reply> ChangeAsync(Turn turn, IReadOnlyList<SettingChange> asked, bool isUndo, Func<string, Task<ImmutableArray<Control>>>? beside = null)
    {
        var changes = asked.Where(change => change.Old != change.New).ToList();
        if (changes.Count == 0) return await echo.UnchangedAsync(turn, asked).ConfigureAwait(false);
        if (await owners.FindObstacleAsync(turn.Unit, changes).ConfigureAwait(false) is { } obstacle) return new Reply.Private(new Card(obstacle));
        var numbers = new List<long>();
        foreach (var change in changes)
        {
            await settings.WriteAsync(turn.Unit, change.Setting, change.New).ConfigureAwait(false);
            numbers.Add(await kept.AddAsync(turn.Unit, change, turn.Author.Id).ConfigureAwait(false));
        }

        var after = await echo.ReloadAsync(turn).ConfigureAwait(false);
        var moved = await moves.FollowAsync(after, changes).ConfigureAwait(false);
        await echo.TellOthersAsync(after, turn.Author, changes).ConfigureAwait(false);
        var card = await echo.CardAsync(after, turn.Author, changes, moved, isUndo).ConfigureAwait(false);
        var others = beside is null ? [] : await beside(string.Create(CultureInfo.InvariantCulture, $"{numbers[0]}-{numbers[^1]}")).ConfigureAwait(false);
        card = card with { Controls = [.. others, new Button(new ControlId(Undo, numbers[0], numbers[^1]).ToString(), "Undo")] };
        return isUndo ? new Reply.Update(card) : new Reply.Private(card);
    }
}
