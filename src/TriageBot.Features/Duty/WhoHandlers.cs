using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Core.Escalations;

namespace TriageBot.Features.Duty;

/// <summary><c>/who</c>: duty now and next, cover, absences, hand-offs, rotation.</summary>
internal sealed class WhoHandlers(DutyRoster roster, DutyStore store, AwayParts parts)
{
    private const int MostLines = 12;

    public async Task<Reply> WhoAsync(Turn turn) => new Reply.Private(new Card(RichText.Lines([.. await LinesAsync(turn).ConfigureAwait(false)])));

    public async Task<ReplyValue> OnDutyAsync(Turn turn) => (await roster.AtAsync(turn.Unit, turn.Now).ConfigureAwait(false)).OnDuty is { } onDuty
        ? await parts.Members.NameAsync(turn.Unit, onDuty.Owner).ConfigureAwait(false)
        : ReplyValue.Words("nobody");

    public async Task<IReadOnlyList<RichText>> LinesAsync(Turn turn)
    {
        var (book, owners) = await roster.BookAsync(turn.Unit).ConfigureAwait(false);
        var now = DutyRules.At(book, owners, turn.Now, turn.Now);
        var lines = new List<RichText>();
        lines.AddRange(await NowAsync(turn, now).ConfigureAwait(false));
        if (Next(book, now, turn, owners) is var (next, when)) lines.Add(parts.Texts.Say(DutyTexts.WhoNext, ("member", await parts.Members.NameAsync(turn.Unit, next).ConfigureAwait(false)), ("when", turn.At(when))));
        lines.Add(now.Cover is { } cover ? parts.Texts.Say(DutyTexts.WhoCover, ("member", await parts.Members.NameAsync(turn.Unit, cover.Owner).ConfigureAwait(false))) : parts.Texts.Say(DutyTexts.WhoNoCover));
        foreach (var plan in owners)
        {
            foreach (var away in plan.Absences.Where(one => one.Until > turn.Now).Take(3))
            {
                var covers = await roster.InsteadOfAsync(turn.Unit, plan, NodaTime.Instant.Max(away.From, turn.Now)).ConfigureAwait(false);
                (string, ReplyValue)[] values =
                [
                    ("member", await parts.Members.NameAsync(turn.Unit, plan.Owner).ConfigureAwait(false)), ("until", turn.At(away.Until)), ("cover", await parts.CoverAsync(turn.Unit, covers).ConfigureAwait(false)),
                ];
                lines.Add(away.From <= turn.Now ? parts.Texts.Say(DutyTexts.WhoAway, values) : parts.Texts.Say(DutyTexts.WhoWillBeAway, [.. values, ("from", turn.At(away.From))]));
            }
        }

        lines.AddRange(await HandOffLinesAsync(turn).ConfigureAwait(false));
        if (book.Rotation is not { } rotation) return lines;
        lines.Add(parts.Texts.Say(DutyTexts.WhoRotation, ("members", await NamesAsync(turn, rotation.Members).ConfigureAwait(false)), ("day", DayOf(rotation))));
        return lines;
    }

    /// <summary>Hand-offs and exceptions that are offered, agreed or going on.</summary>
    public async Task<IReadOnlyList<RichText>> HandOffLinesAsync(Turn turn)
    {
        var lines = new List<RichText>();
        foreach (var span in (await store.OpenAsync(turn.Unit).ConfigureAwait(false)).Take(MostLines))
        {
            lines.Add(parts.Texts.Say(
                DutyTexts.WhoHandOff,
                ("giver", span.GiverId is { } giver ? await parts.Members.NameAsync(turn.Unit, giver).ConfigureAwait(false) : ReplyValue.Words("exception")),
                ("taker", await parts.Members.NameAsync(turn.Unit, span.TakerId).ConfigureAwait(false)),
                ("from", turn.At(span.FromAt)),
                ("until", turn.At(span.UntilAt ?? span.FromAt)),
                ("state", ReplyValue.Words(WordsOf(span.State)))));
        }

        return lines;
    }

    public async Task<ReplyValue> NamesAsync(Turn turn, IEnumerable<MemberId> members)
    {
        var names = new List<string>();
        foreach (var member in members) names.Add((await parts.Members.MemberAsync(turn.Unit, member).ConfigureAwait(false)).Name);
        return ReplyValue.Typed(string.Join(", ", names));
    }

    public static ReplyValue DayOf(Rotation rotation) => ReplyValue.Words(rotation.From.DayOfWeek.ToString());

    public static string WordsOf(DutySpanState state) => state switch
    {
        DutySpanState.Offered => "offered, not accepted yet",
        DutySpanState.Accepted => "accepted",
        DutySpanState.Running => "going on",
        DutySpanState.Declined => "declined",
        DutySpanState.Lapsed => "over, it was never accepted",
        DutySpanState.Ended => "over",
        _ => "taken back",
    };

    private async Task<IReadOnlyList<RichText>> NowAsync(Turn turn, DutyAt now)
    {
        if (now.OnDuty is not { } onDuty) return [parts.Texts.Say(DutyTexts.WhoNobody)];
        var lines = new List<RichText> { parts.Texts.Say(DutyTexts.WhoNow, ("member", await parts.Members.NameAsync(turn.Unit, onDuty.Owner).ConfigureAwait(false))) };
        if (now.Nominal is { } nominal && nominal.Owner != onDuty.Owner) lines.Add(parts.Texts.Say(DutyTexts.WhoInstead, ("member", await parts.Members.NameAsync(turn.Unit, nominal.Owner).ConfigureAwait(false))));
        if (!onDuty.Calendar.IsOpen(turn.Now)) lines.Add(parts.Texts.Say(DutyTexts.WhoClosed, ("open", turn.At(onDuty.Calendar.NextOpen(turn.Now)))));
        return lines;
    }

    /// <summary>The first moment at which somebody else is on duty, looked for where something begins or ends.</summary>
    private static (MemberId, Instant)? Next(DutyBook book, DutyAt now, Turn turn, IReadOnlyList<Core.Breaks.OwnerPlan> owners)
    {
        foreach (var moment in DutyRules.Changes(book, owners, turn.Now, turn.Now + Duration.FromDays(62)))
        {
            if (DutyRules.At(book, owners, turn.Now, moment).OnDuty is { } next && next.Owner != now.OnDuty?.Owner) return (next.Owner, moment);
        }

        return null;
    }
}
