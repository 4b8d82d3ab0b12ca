using TriageBot.Core.Chat;
using TriageBot.Features.Outbox;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Setup;

/// <summary>Says what became of a change: to its author at once, to the others whom it concerns once and privately.</summary>
internal sealed class SetupEcho(SetupWords words, SetupPeople people, OutboxStore outbox, ReplyTexts texts)
{
    /// <summary>The same unit of work with the workspace as it is after the changes.</summary>
    public async Task<UnitOfWork> ReloadAsync(Turn turn) => new(
        turn.Db,
        await people.Workspaces.FindAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false) ?? turn.Workspace,
        turn.Now);

    /// <summary>A refusal when the author may not change one of these; null when they may.</summary>
    public async Task<Reply?> RefuseAsync(Turn turn, IReadOnlyList<SettingChange> changes)
    {
        foreach (var change in changes)
        {
            if (await people.RefuseAsync(turn, change.Setting).ConfigureAwait(false) is { } refusal) return refusal;
        }

        return null;
    }

    public async Task<Card> CardAsync(UnitOfWork after, Member author, IReadOnlyList<SettingChange> changes, (int Held, int Later) moved, bool isUndo)
    {
        IEnumerable<RichText> head = isUndo ? [texts.Say(SetupTexts.TakenBack)] : [];
        IEnumerable<RichText> tail = moved switch
        {
            (0, _) => [],
            (var held, 0) => [texts.Say(SetupTexts.NoneLater, ("held", held))],
            (var held, var later) => [texts.Say(SetupTexts.Later, ("held", held), ("later", later))],
        };
        return new Card(RichText.Lines([.. head, .. await StatesAsync(after, changes, author.Id).ConfigureAwait(false), .. tail]));
    }

    public async Task<Reply> UnchangedAsync(Turn turn, IReadOnlyList<SettingChange> asked) => new Reply.Private(new Card(RichText.Lines(
        [texts.Say(SetupTexts.Unchanged), .. await StatesAsync(turn.Unit, asked, turn.Author.Id).ConfigureAwait(false)])));

    /// <summary>Rule X4: an old button changes nothing, shows what is, and says what changed.</summary>
    public async Task<Reply> ChangedSinceAsync(Turn turn, IReadOnlyList<SettingChange> changes, LaterChange later)
    {
        var member = await people.Members.FindAsync(turn.Db, turn.Workspace.Id, later.MadeBy).ConfigureAwait(false) ?? turn.Author;
        var when = turn.At(later.MadeAt);
        return new Reply.Update(new Card(RichText.Lines(
        [
            texts.Say(SetupTexts.ChangedSince, ("member", member.AsRun()), ("when", when)),
            .. await StatesAsync(turn.Unit, changes, turn.Author.Id).ConfigureAwait(false),
        ])));
    }

    public async Task TellOthersAsync(UnitOfWork after, Member author, IReadOnlyList<SettingChange> changes)
    {
        foreach (var ofOne in changes.SelectMany(Concerned).Where(concern => concern.Member != author.Id).GroupBy(concern => concern.Member))
        {
            var lines = new List<RichText>();
            foreach (var (member, change) in ofOne) lines.AddRange(await NewsAsync(after, author, member, change).ConfigureAwait(false));
            await outbox.TellAsync(after, ofOne.Key, RichText.Lines(lines)).ConfigureAwait(false);
        }
    }

    private static IEnumerable<(MemberId Member, SettingChange Change)> Concerned(SettingChange change) => change.Setting.Kind == SettingKind.OnDuty
        ? new[] { change.Old, change.New }.Where(id => id.Length > 0).Select(id => (new MemberId(id), change))
        : change.Setting.Member.Value.Length > 0 ? [(change.Setting.Member, change)] : [];

    private async Task<IEnumerable<RichText>> NewsAsync(UnitOfWork after, Member author, MemberId reader, SettingChange change)
    {
        var by = ("member", (ReplyValue)author.AsRun());
        if (change.Setting.Kind == SettingKind.Owner && change.New == Settings.No) return [texts.Say(SetupTexts.YouAreNoOwner, by)];
        if (change.Setting.Kind == SettingKind.Owner) return [await words.WelcomeAsync(after, reader, by).ConfigureAwait(false)];
        return [texts.Say(SetupTexts.ChangedForYou, by), .. await words.StateAsync(after, change.Setting, reader).ConfigureAwait(false)];
    }

    private async Task<IReadOnlyList<RichText>> StatesAsync(UnitOfWork unit, IEnumerable<SettingChange> changes, MemberId reader)
    {
        var lines = new List<RichText>();
        foreach (var change in changes) lines.AddRange(await words.StateAsync(unit, change.Setting, reader).ConfigureAwait(false));
        return lines;
    }
}
