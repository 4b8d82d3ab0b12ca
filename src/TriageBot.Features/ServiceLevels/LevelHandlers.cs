using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time;

namespace TriageBot.Features.ServiceLevels;

/// <summary><c>/levels</c>: shows what customers may expect, publishes it, and changes it with notice.</summary>
internal sealed class LevelHandlers(LevelChanger changer, LevelCards cards, LevelReading reading, LevelClosures closures, LevelParts parts)
{
    public async Task<Reply> HandleAsync(Turn turn)
    {
        var action = turn.Value("action");
        if (action is null) return await ShowAsync(turn).ConfigureAwait(false);
        if (Policy.Decide(turn.Actor, new Act.ChangeCustomer()) is Verdict.Refused refused) return await parts.Refusals.ReplyAsync(turn, refused, $"/levels {action}").ConfigureAwait(false);
        return action switch
        {
            LevelCommands.Set => await SetAsync(turn).ConfigureAwait(false),
            LevelCommands.Close or LevelCommands.Open => await closures.ChangeAsync(turn, isClosing: action == LevelCommands.Close).ConfigureAwait(false),
            LevelCommands.Import => await reading.Import.ImportAsync(turn).ConfigureAwait(false),
            _ => await PublishAsync(turn, LevelBook.NameOf(turn.Value("level") ?? "")).ConfigureAwait(false),
        };
    }

    public async Task<Reply> PublishPressedAsync(Turn turn) => Policy.Decide(turn.Actor, new Act.ChangeCustomer()) is Verdict.Refused refused
        ? await parts.Refusals.ReplyAsync(turn, refused, "Publishing a service level").ConfigureAwait(false)
        : await PublishAsync(turn, turn.Control.Extra).ConfigureAwait(false);

    private async Task<Reply> ShowAsync(Turn turn)
    {
        var level = "";
        IEnumerable<RichText> head = [];
        if (turn.Value("customer") is { } name)
        {
            var names = await parts.Book.NamesAsync(turn.Unit).ConfigureAwait(false);
            if (await parts.Customers.FindAsync(turn.Db, turn.Workspace.Id, name).ConfigureAwait(false) is { } customer)
            {
                level = (await parts.Book.TermsOfAsync(turn.Unit, name).ConfigureAwait(false)).Name;
                head = [parts.Texts.Say(LevelTexts.OfCustomer, ("customer", ReplyValue.Typed(customer.Name)), ("level", ReplyValue.Typed(level)))];
            }
            else if (names.Contains(LevelBook.NameOf(name)))
            {
                level = LevelBook.NameOf(name);
            }
            else
            {
                return await UnknownAsync(turn, name, names).ConfigureAwait(false);
            }
        }

        var card = await cards.CardAsync(turn.Unit, level).ConfigureAwait(false);
        return new Reply.Private(card with
        {
            Text = RichText.Lines([.. head, card.Text]),
            Controls = turn.Author.IsOwner || turn.Author.IsAdmin ? [new Button(new ControlId(LevelVerbs.Publish, Extra: level).ToString(), "Publish in this channel")] : [],
        });
    }

    /// <summary>Neither a customer nor a level. What is promised to somebody unknown counts by the standard level, so that is said as well.</summary>
    private async Task<Reply> UnknownAsync(Turn turn, string name, IReadOnlyList<string> names)
    {
        var level = ("level", ReplyValue.Typed(ServiceLevel.StandardName));
        var counts = parts.Texts.Say(LevelTexts.OfUnknown, level, ("levels", ReplyValue.Typed(string.Join(", ", names))));
        return await parts.Answers.NotKnownAsync(turn, name).ConfigureAwait(false) is Reply.Private { Card: var card }
            ? new Reply.Private(card with { Text = RichText.Lines(card.Text, counts) })
            : new Reply.Private(new Card(counts));
    }

    private async Task<Reply> PublishAsync(Turn turn, string level)
    {
        if (turn.Incoming.Where is not Destination.Channel channel) return parts.Texts.Private(LevelTexts.NoChannel);
        if (level.Length > 0 && await parts.NoLevelAsync(turn, level).ConfigureAwait(false) is { } unknown) return unknown;
        await cards.PublishAsync(turn.Unit, level, channel).ConfigureAwait(false);
        await parts.KeepFreshAsync(turn.Unit).ConfigureAwait(false);
        var name = (await parts.Workspaces.ChannelsAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).FirstOrDefault(seen => seen.Id == channel.Id)?.Name ?? channel.Id;
        return parts.Texts.Private(LevelTexts.Published, ("channel", ReplyValue.Typed("#" + name)));
    }

    private async Task<Reply> SetAsync(Turn turn)
    {
        var read = await reading.Input.ReadAsync(turn).ConfigureAwait(false);
        if (read is not LevelRead.Wanted wanted) return ((LevelRead.Answer)read).Reply;
        var today = turn.Now.InZone(wanted.Level.Zone).Date;
        var earliest = LevelRules.EarliestFrom(wanted.Old, wanted.Level, today);
        var worse = wanted.Old is null ? "" : string.Join("; ", LevelRules.Worse(wanted.Old, wanted.Level));
        if (wanted.IsDated && wanted.Level.From < earliest) return TooEarly(turn, worse, earliest, today);
        if (wanted.Old is { } old && wanted.Level with { From = old.From } == old) return parts.Texts.Private(LevelTexts.Unchanged);
        var level = wanted.Level with { From = wanted.IsDated ? wanted.Level.From : earliest };
        var warning = await changer.WouldNotBeKeptAsync(turn.Unit, level).ConfigureAwait(false);
        var moved = await changer.SaveAsync(turn.Unit, level, turn.Author.Id, $"the hours of {level.Name} changed").ConfigureAwait(false);
        var terms = await parts.Book.TermsAsync(turn.Unit, level.Name).ConfigureAwait(false);
        var lines = new List<RichText> { parts.Texts.Say(LevelTexts.Saved, ("level", ReplyValue.Typed(level.Name)), ("day", ReplyValue.Words(TimeText.Day(level.From, today)))) };
        if (worse.Length > 0 && !wanted.IsDated) lines.Add(parts.Texts.Say(LevelTexts.Notice, ("worse", ReplyValue.Words(worse)), ("day", ReplyValue.Words(TimeText.Day(level.From, today)))));
        if (warning is { } measured)
        {
            lines.Add(parts.Texts.Say(
                LevelTexts.WouldNotBeKept,
                ("level", ReplyValue.Typed(level.Name)),
                ("kept", measured.Kept),
                ("count", measured.Count),
                ("target", ReplyValue.Words(WorkingText.Of(level.Targets.FirstAnswer)))));
        }

        if (moved > 0) lines.Add(parts.Texts.Say(LevelTexts.Moved, ("count", moved)));
        return new Reply.Private(new Card(RichText.Lines([.. lines, await cards.TextAsync(turn.Unit, terms).ConfigureAwait(false)])));
    }

    private Reply.Private TooEarly(Turn turn, string worse, LocalDate earliest, LocalDate today) => parts.Texts.Private(
        LevelTexts.TooEarly,
        ("worse", ReplyValue.Words(worse.Length == 0 ? "that day is over" : worse)),
        ("day", ReplyValue.Words(TimeText.Day(earliest, today))),
        turn.Typed,
        ("example", LevelInput.Example(turn, "from", earliest.ToString("uuuu-MM-dd", null))));
}
