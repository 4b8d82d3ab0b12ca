using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Focus;
using TriageBot.Features.Outbox;

namespace TriageBot.Features.Focus;

/// <summary>A focus or quiet hours are over: one private line (rule H18). Catch-up: told late, with the length it was meant to have.</summary>
internal sealed class FocusTimers(FocusBook book, FocusStore focuses, FocusCards cards, OutboxStore outbox)
{
    public const string End = "focus-end";
    public const string QuietEnd = "quiet-end";

    public static string Key(FocusSession focus) => focus.Id.ToString(CultureInfo.InvariantCulture);

    public static string Key(MemberId owner, Guard guard) => $"{guard.Key} {owner.Value}";

    public async Task EndAsync(UnitOfWork unit, string key)
    {
        var focus = await focuses.FindAsync(unit.Db, unit.Workspace.Id, long.Parse(key, CultureInfo.InvariantCulture)).ConfigureAwait(false);
        if (focus is not { EndedAt: null }) return;
        var over = focus with { EndedAt = focus.EndsAt };
        await book.SaveAsync(unit, over).ConfigureAwait(false);
        await outbox.TellAsync(unit, over.OwnerId, await cards.OverAsync(unit, over).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public async Task QuietEndAsync(UnitOfWork unit, string key)
    {
        if (key.Split(' ', 2) is not [var period, var owner]) return;
        var asked = await cards.AskedAsync(unit, new MemberId(owner), period).ConfigureAwait(false);
        await outbox.TellAsync(unit, new MemberId(owner), cards.Texts.Say(FocusTexts.QuietOver, ("asked", asked))).ConfigureAwait(false);
    }
}
