using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.BreakGlass;

/// <summary>"It cannot wait": the harm and the time are asked, then the owner is interrupted; above three a week a second member confirms first (rule H4).</summary>
internal sealed class GlassHandlers(Interruptions interruptions, GlassStore store, GlassParts parts, IntakeParts intake)
{
    public const string Verb = "glass";
    public const string SecondVerb = "glass-second";

    public static Button CannotWait(long number) => new(new ControlId(Verb, number).ToString(), "It cannot wait");

    public async Task<Reply> AskAsync(Turn turn)
    {
        var (message, problem) = await MineAsync(turn).ConfigureAwait(false);
        if (message is null) return problem;
        return new Reply.Open(new Form(
            new ControlId(Verb, message.Number).ToString(),
            $"#{message.Number} cannot wait",
            [
                new FormField("harm", "What happens if it waits?", message.IfItWaits, Multiline: true, MaxLength: 300),
                new FormField("happens", "When does that happen?", Hint: "at 14:00, before the van leaves", MaxLength: 100),
            ],
            message.Number));
    }

    public async Task<Reply> BreakAsync(Turn turn)
    {
        var (message, problem) = await MineAsync(turn).ConfigureAwait(false);
        if (message is null) return problem;
        if (turn.Value("harm") is not { } harm || turn.Value("happens") is not { } happens) return intake.Problems.BadValue("Both are needed: what happens if it waits, and when.", TypedText.Of(turn.Incoming.Body));
        if (await interruptions.ReaderAsync(turn.Unit, message).ConfigureAwait(false) is not { } plan) return parts.Texts.Private(UrgentTexts.NoOwner);
        if (await interruptions.ClosedUntilAsync(turn.Unit, plan.Owner).ConfigureAwait(false) is { } until)
        {
            return parts.Texts.Private(
                GlassTexts.Focus,
                ("owner", await parts.Members.NameAsync(turn.Unit, plan.Owner).ConfigureAwait(false)),
                ("until", At(turn, plan, until)),
                ("promise", At(turn, plan, message.PromisedAt)),
                ("harm", ReplyValue.Typed(harm)),
                ("happens", ReplyValue.Typed(happens)));
        }

        var before = await store.CountAsync(turn.Unit, turn.Author.Id, WeekBegan(turn)).ConfigureAwait(false);
        var second = BreakGlassRules.NeedsSecond(before);
        var row = new GlassRow
        {
            Number = message.Number,
            RequesterId = turn.Author.Id,
            OwnerId = plan.Owner,
            Harm = harm,
            Happens = happens,
            State = second ? GlassState.Waiting : GlassState.Told,
        };
        await store.AddAsync(turn.Unit, row).ConfigureAwait(false);
        if (second)
        {
            await AskSecondAsync(turn, plan, message, row).ConfigureAwait(false);
            return parts.Texts.Private(GlassTexts.NeedsSecond, ("count", before), ("number", message.Number));
        }

        await interruptions.InterruptAsync(turn.Unit, plan, message, row).ConfigureAwait(false);
        var said = parts.Texts.Say(
            GlassTexts.Interrupted,
            ("owner", await parts.Members.NameAsync(turn.Unit, plan.Owner).ConfigureAwait(false)),
            ("number", message.Number),
            ("count", before + 1),
            ("most", BreakGlassRules.AWeek));
        return new Reply.Private(new Card(
            plan.Calendar.IsOpen(turn.Now) ? said : RichText.Lines(said, parts.Texts.Say(GlassTexts.Closed, ("open", At(turn, plan, plan.Calendar.NextOpen(turn.Now))))),
            Item: message.Number));
    }

    /// <summary>Anybody but whoever asked. Two at once: the first counts.</summary>
    public async Task<Reply> ConfirmAsync(Turn turn)
    {
        if (await store.FindAsync(turn.Unit, turn.Control.Item).ConfigureAwait(false) is not { } row) return intake.Problems.NoSuchItem(turn.Control.Item);
        if (Policy.Decide(turn.Actor, new Act.SecondBreakGlass(row.RequesterId)) is Verdict.Refused) return parts.Texts.Private(GlassTexts.OwnConfirm, ("number", row.Number));
        if (await interruptions.MessageAsync(turn.Unit, row.Number).ConfigureAwait(false) is not { } message) return intake.Problems.NoSuchItem(row.Number);
        if (message.State != UrgentState.Held) return intake.AlreadyClosed(message);
        if (await interruptions.ReaderAsync(turn.Unit, message).ConfigureAwait(false) is not { } plan) return parts.Texts.Private(UrgentTexts.NoOwner);
        var owner = await parts.Members.NameAsync(turn.Unit, plan.Owner).ConfigureAwait(false);
        if (row.State != GlassState.Waiting || !await store.BecomesAsync(turn.Unit, row, GlassState.Told, turn.Author.Id).ConfigureAwait(false)) return parts.Texts.Private(GlassTexts.Already, ("number", row.Number), ("owner", owner));
        await interruptions.InterruptAsync(turn.Unit, plan, message, row, turn.Author).ConfigureAwait(false);
        var said = parts.Texts.Say(GlassTexts.Confirmed, ("member", turn.Author.AsRun()), ("number", row.Number), ("owner", owner));
        await parts.Outbox.TellAsync(turn.Unit, row.RequesterId, said, row.Number).ConfigureAwait(false);
        return new Reply.Update(new Card(said, Item: row.Number));
    }

    /// <summary>The owner has seen it and reads it when they read; it keeps its place.</summary>
    public async Task<Reply> NextBreakAsync(Turn turn)
    {
        if (await interruptions.MessageAsync(turn.Unit, turn.Control.Item).ConfigureAwait(false) is not { } message) return intake.Problems.NoSuchItem(turn.Control.Item);
        if (Policy.Decide(turn.Actor, new Act.Drain(message.OwnerId)) is Verdict.Refused refused) return await intake.Refusals.ReplyAsync(turn, refused, $"#{message.Number}").ConfigureAwait(false);
        if (message.State != UrgentState.Held || await intake.Owners.FindAsync(turn.Db, turn.Workspace, message.OwnerId).ConfigureAwait(false) is not { } plan) return intake.AlreadyClosed(message);
        var row = await store.FindAsync(turn.Unit, message.Number).ConfigureAwait(false);
        if (row is { State: GlassState.Told } && await store.BecomesAsync(turn.Unit, row, GlassState.NextBreak).ConfigureAwait(false))
        {
            var requester = await parts.Members.MemberAsync(turn.Unit, message.RequesterId).ConfigureAwait(false);
            var zone = requester.ZoneOr(turn.Workspace);
            await parts.Outbox.TellAsync(
                turn.Unit,
                requester.Id,
                parts.Texts.Say(
                    GlassTexts.TellNextBreak,
                    ("owner", turn.Author.AsRun()),
                    ("number", message.Number),
                    ("break", Say.Moment(message.ReleaseAt, turn.Now, zone, plan.Calendar.Zone)),
                    ("promise", Say.Moment(message.PromisedAt, turn.Now, zone, plan.Calendar.Zone))),
                message.Number).ConfigureAwait(false);
        }

        return new Reply.Update(new Card(parts.Texts.Say(message.WentAtOnce ? GlassTexts.NextBreakSafety : GlassTexts.NextBreak, ("number", message.Number), ("break", At(turn, plan, message.ReleaseAt))), Item: message.Number));
    }

    /// <summary>The held item whose requester pressed, if it has interrupted nobody yet; or the answer to give instead.</summary>
    private async Task<(HeldMessage? Message, Reply Problem)> MineAsync(Turn turn)
    {
        if (await interruptions.MessageAsync(turn.Unit, turn.Control.Item).ConfigureAwait(false) is not { } message) return (null, intake.Problems.NoSuchItem(turn.Control.Item));
        if (Policy.Decide(turn.Actor, new Act.ChangeRequest(message.RequesterId)) is Verdict.Refused refused)
        {
            return (null, await intake.Refusals.ReplyAsync(turn, refused, $"#{message.Number}").ConfigureAwait(false));
        }

        if (message.State != UrgentState.Held) return (null, intake.AlreadyClosed(message));
        if (await store.FindAsync(turn.Unit, message.Number).ConfigureAwait(false) is not { } row) return (message, Reply.Nothing.Instance);
        return (null, row.State == GlassState.Waiting
            ? parts.Texts.Private(GlassTexts.WaitsAlready, ("number", message.Number))
            : parts.Texts.Private(GlassTexts.Already, ("number", message.Number), ("owner", await parts.Members.NameAsync(turn.Unit, row.OwnerId).ConfigureAwait(false))));
    }

    /// <summary>In the channel it was typed in, else in the channel of the agenda; without channels, everybody else is asked privately.</summary>
    private async Task AskSecondAsync(Turn turn, OwnerPlan plan, HeldMessage message, GlassRow row)
    {
        var text = parts.Texts.Say(
            GlassTexts.AskSecond,
            ("member", turn.Author.AsRun()),
            ("number", row.Number),
            ("what", ReplyValue.Typed(message.What)),
            ("harm", ReplyValue.Typed(row.Harm)),
            ("happens", ReplyValue.Typed(row.Happens)));
        var card = new Card(text, [new Button(new ControlId(SecondVerb, row.Number, 1).ToString(), "It cannot wait", ButtonStyle.Primary)], row.Number);
        if (turn.Incoming.Where is Destination.Channel here) await parts.Outbox.PostAsync(turn.Unit, here, card).ConfigureAwait(false);
        else if (plan.AgendaChannel.Length > 0) await parts.Outbox.PostAsync(turn.Unit, new Destination.Channel(plan.AgendaChannel), card).ConfigureAwait(false);
        else
        {
            foreach (var other in (await parts.Members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).Where(member => member.Id != turn.Author.Id))
            {
                await parts.Outbox.TellAsync(turn.Unit, other.Id, card).ConfigureAwait(false);
            }
        }
    }

    private static Instant WeekBegan(Turn turn)
    {
        var (zone, dayStart) = (turn.Workspace.TimeZone, turn.Workspace.DayStart);
        return LogicalDay.Bounds(BreakGlassRules.WeekOf(LogicalDay.Of(turn.Now, zone, dayStart)), zone, dayStart).Start;
    }

    private static ReplyValue At(Turn turn, OwnerPlan plan, Instant moment) => Say.Moment(moment, turn.Now, turn.AuthorZone, plan.Calendar.Zone);
}
