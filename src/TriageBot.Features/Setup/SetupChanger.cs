using TriageBot.Core.Chat;

namespace TriageBot.Features.Setup;

/// <summary>The one way in which the set-up changes: checked, written, kept for Undo, followed by what it moves, told to whom it concerns, and echoed.</summary>
internal sealed class SetupChanger(Settings settings, SettingChangeStore kept, PlanMoves moves, OwnerChanges owners, SetupEcho echo)
{
    public const string Undo = "setup-undo";

    public Task<Reply> SetAsync(Turn turn, params IReadOnlyList<SettingChange> changes) => ChangeAsync(turn, changes, isUndo: false);

    /// <summary>Puts back what a command changed, unless something of it was changed again.</summary>
    public async Task<Reply> UndoAsync(Turn turn)
    {
        var (first, last) = (turn.Control.Item, turn.Control.Revision);
        var changes = await kept.FindAsync(turn.Db, turn.Workspace.Id, first, last).ConfigureAwait(false);
        if (await echo.RefuseAsync(turn, changes).ConfigureAwait(false) is { } refusal) return refusal;
        foreach (var change in changes)
        {
            var later = await kept.FindLaterAsync(turn.Db, turn.Workspace.Id, change.Setting, last).ConfigureAwait(false);
            if (later is not null) return await echo.ChangedSinceAsync(turn, changes, later).ConfigureAwait(false);
        }

        return await ChangeAsync(turn, [.. changes.Reverse().Select(change => change.Back)], isUndo: true).ConfigureAwait(false);
    }

    private async Task<Reply> ChangeAsync(Turn turn, IReadOnlyList<SettingChange> asked, bool isUndo)
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
        card = card with { Controls = [new Button(new ControlId(Undo, numbers[0], numbers[^1]).ToString(), "Undo")] };
        return isUndo ? new Reply.Update(card) : new Reply.Private(card);
    }
}
