using TriageBot.Core.Access;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Focus;
using TriageBot.Features.Duty;
using TriageBot.Features.Timers;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Focus;

/// <summary>Answers who mentions an owner that is not to be asked, and holds the message if they want that (rule H18).</summary>
internal sealed class MentionHandlers(FocusBook book, MentionStore asks, UrgentHandlers intake, Holding holding, MentionParts parts)
{
    private const int LongestLabel = 80;

    /// <summary>Nothing for owners who can be asked, and for people who were answered before: a channel is not to be filled with answers.</summary>
    public async Task<Reply> AnswerAsync(Turn turn)
    {
        if (turn.Incoming.Body is not IncomingBody.Typed { Mentions: { } mentioned } said) return Reply.Nothing.Instance;
        var (lines, controls) = (new List<RichText>(), new List<Control>());
        foreach (var member in mentioned.Distinct().Where(member => member != turn.Author.Id))
        {
            if (await parts.Intake.Owners.FindAsync(turn.Db, turn.Workspace, member).ConfigureAwait(false) is not { } plan) continue;
            if (await book.GuardOfAsync(turn.Unit, plan).ConfigureAwait(false) is not { } guard) continue;
            if (await AddAsync(turn, plan, guard, said).ConfigureAwait(false) is not { } ask) continue;
            var owner = await parts.Intake.Members.FindAsync(turn.Db, turn.Workspace.Id, plan.Owner).ConfigureAwait(false);
            lines.AddRange(await LinesAsync(turn, plan, guard, owner?.AsRun() ?? new TextRun(RunKind.Typed, plan.Owner.Value)).ConfigureAwait(false));
            controls.Add(new Button(new ControlId(FocusVerbs.Hold, ask.Id).ToString(), Say.Shorten($"Hold it for {owner?.Name}'s next break", LongestLabel)));
        }

        if (lines.Count == 0) return Reply.Nothing.Instance;
        if (turn.Workspace.Emergency.Length > 0) lines.Add(parts.Intake.Texts.Say(FocusTexts.Emergency, ("emergency", ReplyValue.Typed(turn.Workspace.Emergency))));
        return new Reply.Private(new Card(RichText.Lines(lines), [.. controls]));
    }

    /// <summary>The very message, as it was typed; its receipt takes the place of the answer.</summary>
    public async Task<Reply> HoldPressedAsync(Turn turn)
    {
        var ask = await asks.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        if (ask is null) return parts.Intake.Problems.NoSuchItem(turn.Control.Item);
        if (Policy.Decide(turn.Actor, new Act.ChangeRequest(ask.MemberId)) is Verdict.Refused refused)
        {
            return await parts.Intake.Refusals.ReplyAsync(turn, refused, "This message").ConfigureAwait(false);
        }

        if (ask.HeldNumber is { } number) return parts.Intake.Texts.Private(FocusTexts.AlreadyHeld, ("number", number));
        var what = (turn.Value("what") ?? ask.What).Trim();
        if (what.Length == 0)
        {
            var field = new FormField("what", "What is it about?", Multiline: true, MaxLength: 2000);
            return new Reply.Open(new Form(turn.Control.ToString(), UrgentCommands.Menu, [field]));
        }

        what = what[..Math.Min(what.Length, UrgentCommands.MaxLength)];
        var used = new IncomingBody.MenuUsed(UrgentCommands.Menu, ask.MessageId, what) { Link = ask.Link };
        var reply = await intake.HoldForAsync(turn.Doing(used, values: new Dictionary<string, string> { ["what"] = what }), ask.OwnerId.Value).ConfigureAwait(false);
        if (reply is not Reply.Private { Card: { Item: { } held } card }) return reply;
        await asks.HeldAsync(turn.Unit, ask.Id, held).ConfigureAwait(false);
        return new Reply.Update(card);
    }

    private async Task<MentionAsk?> AddAsync(Turn turn, OwnerPlan plan, Guard guard, IncomingBody.Typed said)
    {
        var ask = await asks.AddAsync(turn.Unit, new MentionAsk
        {
            OwnerId = plan.Owner,
            MemberId = turn.Author.Id,
            Period = guard.Key,
            What = said.Text,
            MessageId = said.MessageId,
            Link = said.Link,
        }).ConfigureAwait(false);
        // A focus has its own end; quiet hours are worth a line only when somebody asked in them.
        if (ask is not null && guard.Focus is null) await parts.Timers.SetAsync(turn.Unit, FocusTimers.QuietEnd, FocusTimers.Key(plan.Owner, guard), guard.Until).ConfigureAwait(false);
        return ask;
    }

    private async Task<IEnumerable<RichText>> LinesAsync(Turn turn, OwnerPlan plan, Guard guard, TextRun owner)
    {
        var texts = parts.Intake.Texts;
        var place = await holding.ForecastAsync(turn.Unit, plan).ConfigureAwait(false);
        var sentence = guard.Focus switch
        {
            null => FocusTexts.MentionQuiet,
            { Customer.Length: > 0 } => FocusTexts.MentionClient,
            _ => FocusTexts.Mention,
        };
        var answer = texts.Say(
            sentence,
            ("owner", owner),
            ("until", Say.Moment(guard.Until, turn.Now, turn.AuthorZone, plan.Calendar.Zone)),
            ("promise", Say.Moment(place.PromisedAt, turn.Now, turn.AuthorZone, plan.Calendar.Zone)));
        var cover = (await parts.Duty.AtAsync(turn.Unit, turn.Now).ConfigureAwait(false)).Cover;
        if (cover is null || cover.Owner == plan.Owner || cover.Owner == turn.Author.Id) return [answer];
        var member = await parts.Intake.Members.FindAsync(turn.Db, turn.Workspace.Id, cover.Owner).ConfigureAwait(false);
        return [answer, texts.Say(FocusTexts.Cover, ("cover", member?.AsRun() ?? new TextRun(RunKind.Typed, cover.Owner.Value)))];
    }
}

/// <summary>What answers to mentions are made with.</summary>
internal sealed record MentionParts(IntakeParts Intake, DutyRoster Duty, TimerStore Timers);
