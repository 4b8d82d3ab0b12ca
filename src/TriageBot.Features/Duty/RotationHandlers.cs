using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Duty;

/// <summary><c>/rotation</c>: who is on duty week by week, who covers, and exceptions.</summary>
internal sealed class RotationHandlers(DutyStore store, RotationChanger changer, WhoHandlers who, AwayParts parts, IntakeParts intake)
{
    public const string TakeBackVerb = "exception-take-back";

    public async Task<Reply> RotationAsync(Turn turn)
    {
        if (turn.Value("on") is { } exception) return await ExceptAsync(turn, exception).ConfigureAwait(false);
        var before = await store.RotationAsync(turn.Db, turn.Workspace).ConfigureAwait(false);
        if (turn.Value("members") is { } typed) return await SetAsync(turn, typed, before.Cover).ConfigureAwait(false);
        if (turn.Value("cover") is not { } cover) return await ShowAsync(turn).ConfigureAwait(false);
        var (plan, problem) = await intake.OwnerNamedAsync(turn, cover).ConfigureAwait(false);
        if (plan is null) return problem;
        var undo = await changer.ChangeAsync(turn, before.Rotation?.Members ?? [], before.Rotation?.From ?? Monday(turn), plan.Owner, setsDuty: false).ConfigureAwait(false);
        return Answer(undo, DutyTexts.CoverSet, ("member", await parts.Members.NameAsync(turn.Unit, plan.Owner).ConfigureAwait(false)));
    }

    private async Task<Reply> SetAsync(Turn turn, string typed, MemberId? cover)
    {
        if (turn.Value("cover") is { } named)
        {
            var (plan, problem) = await intake.OwnerNamedAsync(turn, named).ConfigureAwait(false);
            if (plan is null) return problem;
            cover = plan.Owner;
        }

        if (typed.Equals(DutyCommands.None, StringComparison.OrdinalIgnoreCase)) return await RemoveAsync(turn, cover).ConfigureAwait(false);
        var members = new List<MemberId>();
        foreach (var name in typed.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (plan, problem) = await intake.OwnerNamedAsync(turn, name).ConfigureAwait(false);
            if (plan is null) return problem;
            members.Add(plan.Owner);
        }

        if (members.Count is 0 or > Rotation.MostMembers || members.Distinct().Count() != members.Count) return parts.Texts.Private(DutyTexts.RotationMembers, turn.Typed);
        var from = Monday(turn);
        if (turn.Value("from") is { } begins)
        {
            var read = await intake.Due.ReadAsync(turn, begins).ConfigureAwait(false);
            if (read is DueInputResult.Answer answer) return answer.Reply;
            if (read is not DueInputResult.Read { Due: DueValue.Day day }) return parts.Texts.Private(DutyTexts.RotationDates, turn.Typed);
            from = day.Date;
        }

        var undo = await changer.ChangeAsync(turn, members, from, cover, setsDuty: true).ConfigureAwait(false);
        var rotation = new Rotation([.. members], from, turn.Workspace.TimeZone, turn.Workspace.DayStart);
        return Answer(
            undo,
            DutyTexts.RotationSet,
            ("members", await who.NamesAsync(turn, members).ConfigureAwait(false)),
            ("day", WhoHandlers.DayOf(rotation)),
            ("member", await who.OnDutyAsync(turn).ConfigureAwait(false)),
            ("when", turn.At(rotation.NextTurn(turn.Now))));
    }

    private async Task<Reply> RemoveAsync(Turn turn, MemberId? cover)
    {
        var undo = await changer.ChangeAsync(turn, [], Monday(turn), cover, setsDuty: false).ConfigureAwait(false);
        return Answer(undo, DutyTexts.RotationGone, ("member", await who.OnDutyAsync(turn).ConfigureAwait(false)));
    }

    private async Task<Reply> ExceptAsync(Turn turn, string typed)
    {
        var (plan, problem) = await intake.OwnerNamedAsync(turn, typed).ConfigureAwait(false);
        if (plan is null) return problem;
        var ends = new List<Instant>();
        foreach (var option in new[] { "from", "until" })
        {
            if (turn.Value(option) is not { } value) return parts.Texts.Private(DutyTexts.RotationDates, turn.Typed);
            switch (await intake.Due.ReadAsync(turn, value).ConfigureAwait(false))
            {
                case DueInputResult.Answer answer:
                    return answer.Reply;
                case DueInputResult.Read { Due: DueValue.Day day }:
                    ends.Add(LogicalDay.Bounds(day.Date, turn.Workspace.TimeZone, turn.Workspace.DayStart).Start);
                    break;
                case DueInputResult.Read { Due: DueValue.At at }:
                    ends.Add(ZoneTime.ToInstant(at.Local, at.Zone));
                    break;
                default:
                    return parts.Texts.Private(DutyTexts.RotationDates, turn.Typed);
            }
        }

        if (ends[1] <= Instant.Max(ends[0], turn.Now)) return parts.Texts.Private(DutyTexts.RotationDates, turn.Typed);
        var row = new DutyRow
        {
            Number = await intake.Workspaces.NextNumberAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false),
            Kind = DutySpanKind.Set,
            TakerId = plan.Owner,
            FromAt = ends[0],
            UntilAt = ends[1],
            State = DutySpanState.Accepted,
        };
        await store.AddAsync(turn.Unit, row, turn.Author.Id).ConfigureAwait(false);
        (string, ReplyValue)[] values = [("member", await parts.Members.NameAsync(turn.Unit, plan.Owner).ConfigureAwait(false)), ("from", turn.At(ends[0])), ("until", turn.At(ends[1]))];
        if (plan.Owner != turn.Author.Id) await parts.Outbox.TellAsync(turn.Unit, plan.Owner, parts.Texts.Say(DutyTexts.ExceptionSet, values)).ConfigureAwait(false);
        return Answer(new Button(new ControlId(TakeBackVerb, row.Number).ToString(), "Take back"), DutyTexts.ExceptionSet, values);
    }

    /// <summary>An exception, until it is over; whom it named is told.</summary>
    public async Task<Reply> TakeBackAsync(Turn turn)
    {
        if (await store.FindAsync(turn.Unit, turn.Control.Item).ConfigureAwait(false) is not { Kind: DutySpanKind.Set, UntilAt: { } until } row) return intake.Problems.NoSuchItem(turn.Control.Item);
        if (Policy.Decide(turn.Actor, new Act.SetUpWorkspace()) is Verdict.Refused refused) return await intake.Refusals.ReplyAsync(turn, refused, "/rotation").ConfigureAwait(false);
        if (until <= turn.Now || !row.IsOpen || !await store.BecomesAsync(turn.Unit, row, DutySpanState.TakenBack).ConfigureAwait(false)) return parts.Texts.Private(DutyTexts.ExceptionOver);
        (string, ReplyValue)[] values = [("member", await parts.Members.NameAsync(turn.Unit, row.TakerId).ConfigureAwait(false)), ("from", turn.At(row.FromAt)), ("until", turn.At(until))];
        if (row.TakerId != turn.Author.Id) await parts.Outbox.TellAsync(turn.Unit, row.TakerId, parts.Texts.Say(DutyTexts.ExceptionGone, values)).ConfigureAwait(false);
        return new Reply.Update(new Card(parts.Texts.Say(DutyTexts.ExceptionGone, values)));
    }

    private async Task<Reply> ShowAsync(Turn turn)
    {
        var lines = (await who.LinesAsync(turn).ConfigureAwait(false)).Append(parts.Texts.Say(DutyTexts.HowRotation));
        return new Reply.Private(new Card(RichText.Lines([.. lines])));
    }

    private static LocalDate Monday(Turn turn)
    {
        var today = LogicalDay.Of(turn.Now, turn.Workspace.TimeZone, turn.Workspace.DayStart);
        return today.PlusDays(1 - (int)today.DayOfWeek);
    }

    private Reply.Private Answer(Button undo, ReplyText text, params ReadOnlySpan<(string, ReplyValue)> values) => new(new Card(parts.Texts.Say(text, values), [undo]));
}
