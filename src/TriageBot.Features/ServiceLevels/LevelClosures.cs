using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time;

namespace TriageBot.Features.ServiceLevels;

/// <summary><c>/levels close</c> and <c>open</c>: days on which a level's hours do not count, each change with its way back (rule A9).</summary>
internal sealed class LevelClosures(LevelChanger changer, LevelInput input, LevelParts parts)
{
    public async Task<Reply> ChangeAsync(Turn turn, bool isClosing)
    {
        var level = LevelBook.NameOf(turn.Value("level") ?? "");
        if (level.Length > 0 && await parts.NoLevelAsync(turn, level).ConfigureAwait(false) is { } unknown) return unknown;
        var (day, answer) = await input.DayAsync(turn, "on").ConfigureAwait(false);
        if (answer is not null) return answer;
        if (day is not { } on) return input.Missing(turn, "the day", "on", "2026-12-24").Reply;
        var before = await NameAsync(turn, level, on).ConfigureAwait(false);
        if (!isClosing && before is null) return parts.Texts.Private(LevelTexts.WasOpen, ("day", Day(turn, on)));
        return new Reply.Private(await SetAsync(turn, level, on, before, isClosing ? turn.Value("name") ?? "closed" : null).ConfigureAwait(false));
    }

    /// <summary>Puts the day back as it was, unless it was changed again since (rule X4).</summary>
    public async Task<Reply> UndoAsync(Turn turn)
    {
        if (Policy.Decide(turn.Actor, new Act.ChangeCustomer()) is Verdict.Refused refused) return await parts.Refusals.ReplyAsync(turn, refused, "Closing or opening a day").ConfigureAwait(false);
        if (turn.Control.Extra.Split('|', 3) is not [var date, var level, var name] || !LocalDatePattern.Iso.Parse(date).TryGetValue(default, out var on)) return Reply.Nothing.Instance;
        var now = await NameAsync(turn, level, on).ConfigureAwait(false);
        return Mark(now) == turn.Control.Revision
            ? new Reply.Update(await SetAsync(turn, level, on, now, name.Length == 0 ? null : name).ConfigureAwait(false))
            : parts.Texts.Private(LevelTexts.DayChanged, ("day", Day(turn, on)));
    }

    /// <param name="before">Why it is closed until now; null where it is open.</param>
    /// <param name="name">Why it is closed; null to open it.</param>
    private async Task<Card> SetAsync(Turn turn, string level, LocalDate on, string? before, string? name)
    {
        var day = Day(turn, on);
        var moved = name is null
            ? await changer.ReopenAsync(turn.Unit, level, on, $"{day.Text.ToPlainText()} is open after all").ConfigureAwait(false)
            : await changer.CloseAsync(turn.Unit, new LevelClosure(level, on, name), $"{day.Text.ToPlainText()} is closed ({name})").ConfigureAwait(false);
        var whose = ("whose", level.Length == 0 ? ReplyValue.Words("all levels") : ReplyValue.Typed(level));
        var said = name is null
            ? parts.Texts.Say(LevelTexts.OpenNow, ("day", day), whose)
            : parts.Texts.Say(LevelTexts.ClosedNow, ("day", day), ("name", ReplyValue.Typed(name)), whose);
        IEnumerable<RichText> more = moved > 0 ? [parts.Texts.Say(LevelTexts.Moved, ("count", moved))] : [];
        return new Card(RichText.Lines([said, .. more]), [.. Undo(level, on, before, name)]);
    }

    /// <summary>Nothing where nothing changed, and where the reason is longer than a button can carry.</summary>
    private static IEnumerable<Button> Undo(string level, LocalDate on, string? before, string? after)
    {
        var extra = $"{LocalDatePattern.Iso.Format(on)}|{level}|{before}";
        if (before != after && extra.Length <= ControlId.LongestExtra) yield return new Button(new ControlId(LevelVerbs.UndoDay, Revision: Mark(after), Extra: extra).ToString(), "Undo");
    }

    /// <summary>By which a later look tells whether the day is as it was left: 0 where it is open.</summary>
    private static long Mark(string? name) => name is null ? 0 : name.Aggregate(1L, (mark, letter) => ((mark * 31) + letter) % int.MaxValue) + 1;

    private async Task<string?> NameAsync(Turn turn, string level, LocalDate on) =>
        (await changer.Store.ClosuresAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).FirstOrDefault(closure => closure.On == on && closure.Level == level)?.Name;

    private static ReplyValue Day(Turn turn, LocalDate on) => ReplyValue.Words(TimeText.Day(on, turn.Now.InZone(turn.Workspace.TimeZone).Date));
}
