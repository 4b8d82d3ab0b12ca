using TriageBot.Core.BreakGlass;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;

namespace TriageBot.Features.BreakGlass;

/// <summary>What says a safety word is never held: the emergency text comes first, and the owner is interrupted at once (rule H4).</summary>
internal sealed class SafetyAlarm(Interruptions interruptions, GlassStore store, GlassParts parts)
{
    /// <summary>Number and text, and what still can be done: nothing of it says that somebody should wait.</summary>
    public Card Receipt(RichText first, HeldMessage message, Card held)
    {
        var said = parts.Texts.Say(GlassTexts.SafetyNumber, ("number", message.Number), ("what", Say.Title(message.What)));
        return held with { Text = RichText.Lines(first, said), Controls = [.. held.Controls.Where(control => ControlId.Parse(control.Id) is { Verb: "withdraw" or "solved" })] };
    }

    /// <param name="what">As it was typed.</param>
    /// <param name="emergency">What to do by the service level; empty where it says nothing.</param>
    /// <returns>What stands above the receipt; null when no safety word is in it.</returns>
    public async Task<RichText?> RaiseAsync(Turn turn, long number, string what, string emergency = "")
    {
        if (turn.Workspace.SafetyWords.Length == 0 || SafetyWords.Find(what, SafetyWords.Read(turn.Workspace.SafetyWords)) is not { } word) return null;
        if (await interruptions.MessageAsync(turn.Unit, number).ConfigureAwait(false) is not { } message) return null;
        if (await interruptions.ReaderAsync(turn.Unit, message).ConfigureAwait(false) is not { } plan) return null;
        if (await store.FindAsync(turn.Unit, number).ConfigureAwait(false) is null)
        {
            var row = new GlassRow { Number = number, RequesterId = turn.Author.Id, OwnerId = plan.Owner, Harm = word, State = GlassState.Safety };
            await store.AddAsync(turn.Unit, row).ConfigureAwait(false);
            await interruptions.InterruptAsync(turn.Unit, plan, message, row).ConfigureAwait(false);
        }

        var text = emergency.Length > 0 ? emergency : turn.Workspace.Emergency;
        var owner = await parts.Members.MemberAsync(turn.Unit, plan.Owner).ConfigureAwait(false);
        IEnumerable<RichText> own = text.Length > 0 ? [parts.Texts.Say(GlassTexts.SafetyText, ("emergency", ReplyValue.Typed(text)))] : [];
        return RichText.Lines([.. own, parts.Texts.Say(GlassTexts.SafetyFirst), parts.Texts.Say(GlassTexts.SafetyTold, ("owner", owner.AsRun()))]);
    }
}
