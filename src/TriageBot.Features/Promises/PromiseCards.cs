using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary>The card of a promise: to whom, what, until when, how it stands, and what can be done.</summary>
internal sealed class PromiseCards(MemberStore members, ReplyTexts texts)
{
    /// <param name="canUndo">Right after a change.</param>
    public async Task<Card> ShowAsync(Turn turn, Promise promise, bool canUndo, params IReadOnlyList<RichText> before)
    {
        var people = await members.ByIdAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        return new Card(
            RichText.Lines([.. before, Head(promise), .. Lines(turn, promise, people)]),
            [.. Controls(promise, canUndo)],
            promise.Number);
    }

    public RichText Head(Promise promise) => texts.Say(
        PromiseTexts.Head, ("number", promise.Number), ("customer", ReplyValue.Typed(promise.Customer)), ("what", ReplyValue.Typed(promise.What)));

    /// <summary>What the guard found, in words; empty where it found nothing to warn of.</summary>
    public IReadOnlyList<RichText> Warnings(PromiseBasis basis)
    {
        var warnings = new List<RichText>();
        if (basis is { IsTooSoon: true, Usual: { } usual })
        {
            warnings.Add(texts.Say(
                PromiseTexts.TooSoon, ("usual", ReplyValue.Words(WorkingText.Of(usual))), ("count", basis.Count), ("available", ReplyValue.Words(WorkingText.Of(basis.Available)))));
        }

        if (basis.Load is { IsTooMuch: true } load)
        {
            warnings.Add(texts.Say(PromiseTexts.TooMuch, ("load", Minutes(load.Load)), ("room", Minutes(load.Room))));
        }

        return warnings;
    }

    public static ReplyValue Minutes(int minutes) => ReplyValue.Words(WorkingText.Of(NodaTime.Duration.FromMinutes(minutes)));

    /// <summary>"Fri 13 Mar 17:00" in the reader's zone; of a day only the day.</summary>
    public static string DueOf(Promise promise, Turn turn) => DueIn(promise.Due, turn.Now, turn.AuthorZone);

    public static string DueIn(DueValue due, NodaTime.Instant now, NodaTime.DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        return due switch
        {
            DueValue.At at when ZoneTime.ToInstant(at.Local, at.Zone).InZone(zone) is var local => $"{TimeText.Day(local.Date, today)} {TimeText.Clock(local.TimeOfDay)}",
            DueValue.Day day => TimeText.Day(day.Date, today),
            _ => "",
        };
    }

    /// <summary>How it stands, in a few words.</summary>
    public static string StateOf(Promise promise) => (promise.State, PromiseRules.ClassOf(promise)) switch
    {
        (PromiseState.Draft, _) => "not promised",
        (PromiseState.Open, PromiseClass.Late) => "open, put off twice: counts as late",
        (PromiseState.Open, PromiseClass.Renegotiated) => "open, put off once before it was due",
        (PromiseState.Open, _) => "open",
        (PromiseState.Kept, PromiseClass.Late) => "kept, put off twice: counts as late",
        (PromiseState.Kept, PromiseClass.Renegotiated) => "kept, renegotiated before it was due",
        (PromiseState.Kept, _) => "kept",
        (PromiseState.KeptLate, _) => "kept late",
        (PromiseState.Broken, _) => "broken",
        _ => "withdrawn",
    };

    private IEnumerable<RichText> Lines(Turn turn, Promise promise, IReadOnlyDictionary<MemberId, Member> people)
    {
        yield return texts.Say(
            PromiseTexts.Facts,
            ("due", ReplyValue.Words(DueOf(promise, turn))),
            ("maker", Name(promise.MakerId)),
            ("state", ReplyValue.Words(StateOf(promise))));
        if (promise.Reason.Length > 0) yield return texts.Say(PromiseTexts.Reason, ("reason", ReplyValue.Typed(promise.Reason)));
        if (PromiseRules.IsMiss(promise)) yield return Cause(promise);
        if (promise.OfferedTo is { } offered && PromiseRules.IsOwed(promise)) yield return texts.Say(PromiseTexts.OfferedTo, ("member", Name(offered)), ("maker", Name(promise.MakerId)));
        if (promise.LentBy is { } lender) yield return texts.Say(PromiseTexts.Lent, ("member", Name(lender)));

        ReplyValue Name(MemberId id) => people.TryGetValue(id, out var member) ? member.AsRun() : ReplyValue.Typed(id.Value);
    }

    public RichText Cause(Promise promise) => promise.Cause.Length == 0 ? texts.Say(PromiseTexts.NoCause) : texts.Say(PromiseTexts.Cause, ("cause", ReplyValue.Typed(promise.Cause)));

    public static IEnumerable<Control> Controls(Promise promise, bool canUndo)
    {
        if (PromiseRules.IsOwed(promise)) yield return Press(promise, PromiseVerbs.Keep, "Keep", ButtonStyle.Primary);
        if (promise.State == PromiseState.Open) yield return Press(promise, PromiseVerbs.Move, "Move");
        if (PromiseRules.IsOwed(promise)) yield return Press(promise, PromiseVerbs.HandOver, "Hand over");
        if (promise.State == PromiseState.Open) yield return Press(promise, PromiseVerbs.Withdraw, "Withdraw", ButtonStyle.Danger);
        if (PromiseRules.IsMiss(promise)) yield return Press(promise, PromiseVerbs.Cause, promise.Cause.Length == 0 ? "Say why" : "Change the cause");
        if (canUndo) yield return Press(promise, PromiseVerbs.Undo, "Undo");
    }

    public static Button Press(Promise promise, string verb, string label, ButtonStyle style = ButtonStyle.Normal, string extra = "") =>
        new(new ControlId(verb, promise.Number, promise.Revision, extra).ToString(), label, style);
}
