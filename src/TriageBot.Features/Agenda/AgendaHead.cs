using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;

namespace TriageBot.Features.Agenda;

/// <summary>The first lines of an agenda: the day, its arithmetic, its fixed times (rules A2, A3).</summary>
internal sealed class AgendaHead(ReplyTexts texts)
{
    public IEnumerable<AgendaLine> Lines(AgendaScope scope, AgendaRoom room)
    {
        yield return AgendaLine.Of(Title(scope));
        if (scope.PlannedAt is { } planned) yield return AgendaLine.Of(texts.Say(AgendaTexts.Late, ("time", Say.Moment(planned, scope.Now, scope.Zone))));
        if (scope.View.Day is { } day && !scope.View.HasNothingToDo) yield return Arithmetic(day);
        if (scope.View.Fixed.Count > 0)
        {
            yield return AgendaLine.Of(
                texts.Say(AgendaTexts.Fixed),
                scope.View.Fixed.Select((each, index) => new LinePart(index == 0 ? "   " : " · ", Fixed(each, scope, room))));
        }
    }

    private RichText Title(AgendaScope scope)
    {
        var view = scope.View;
        (string, ReplyValue)[] values =
        [
            ("day", new TextRun(RunKind.Strong, TimeText.Day(view.Date, scope.Today))),
            ("whose", scope.Reader.IsNamed ? RichText.Plain(" · ").Then(scope.Reader.Member.AsRun()) : RichText.Empty),
        ];
        if (view.WorkingTime is not { } time) return texts.Say(AgendaTexts.TitlePlain, values);
        if (time == Duration.Zero) return texts.Say(AgendaTexts.TitleClosed, values);
        var whole = ("hours", ReplyValue.Words(DayText.Minutes((int)time.TotalMinutes)));
        return view.Day switch
        {
            null => texts.Say(AgendaTexts.TitleOver, [.. values, whole]),
            { } day when day.Working < (int)time.TotalMinutes => texts.Say(AgendaTexts.TitleLeft, [.. values, whole, ("left", Minutes(day.Working))]),
            _ => texts.Say(AgendaTexts.Title, [.. values, whole]),
        };
    }

    /// <summary>Every number of the sum is printed, so that whoever adds them up comes to the same.</summary>
    private AgendaLine Arithmetic(DayArithmetic day) => AgendaLine.Of(
        texts.Say(AgendaTexts.Planned, ("planned", Minutes(day.Planned)), ("factor", ReplyValue.Words(DayText.Factor(day.Factor))), ("need", Minutes(day.Need))),
        [
            new LinePart(" | ", texts.Say(AgendaTexts.FixedSum, ("minutes", Minutes(day.Fixed)))),
            new LinePart(" | ", day.BufferLeft == day.Buffer
                ? texts.Say(AgendaTexts.Buffer, ("minutes", Minutes(day.Buffer)))
                : texts.Say(AgendaTexts.BufferLeft, ("left", Minutes(day.BufferLeft)), ("minutes", Minutes(day.Buffer)))),
            new LinePart(" | ", texts.Say(AgendaTexts.Free, ("minutes", Minutes(day.Free)))),
            new LinePart(" ", Verdict(day)),
        ]);

    private RichText Verdict(DayArithmetic day) => day.Fit switch
    {
        DayFit.Nothing => texts.Say(AgendaTexts.FitNothing),
        DayFit.Fits => texts.Say(AgendaTexts.Fits, ("spare", Minutes(-day.Over))),
        DayFit.EatsBuffer => texts.Say(AgendaTexts.EatsBuffer, ("minutes", Minutes(day.Over)), ("buffer", Minutes(day.BufferLeft))),
        DayFit.Short => texts.Say(AgendaTexts.Short, ("minutes", Minutes(day.Short))),
        _ => throw new ArgumentOutOfRangeException(nameof(day), day.Fit, "This fit has no words."),
    };

    private RichText Fixed(FixedTime each, AgendaScope scope, AgendaRoom room)
    {
        if (each.Block is { } block)
        {
            return texts.Say(
                AgendaTexts.FixedBlock,
                ("from", ReplyValue.Words(scope.Clock(each.Span.Start))),
                ("to", ReplyValue.Words(scope.Clock(each.Span.End))),
                ("function", ReplyValue.Typed(block.Name)),
                ("count", ReplyValue.Words(DueWithin(each, scope) is > 0 and var count ? $", {count} due at its end" : "")));
        }

        var task = each.Task ?? throw new InvalidOperationException("A fixed time is a block or an appointment.");
        var seen = scope.Seen(task);
        var time = ("time", ReplyValue.Words(scope.Clock(each.Span.Start)));
        return seen.IsWhole
            ? texts.Say(
                AgendaTexts.Appointment,
                time,
                ("what", AgendaTitle.Of(task.What, room.TitleLength)),
                ("minutes", ReplyValue.Words(AgendaTasks.Minutes(task))))
            : texts.Say(AgendaTexts.HiddenAppointment, time, ("what", ReplyValue.Words(seen.Task.What)));
    }

    /// <summary>Matters that were promised for the end of this block (rule C12).</summary>
    private static int DueWithin(FixedTime block, AgendaScope scope) => scope.View.Entries.Count(entry =>
        entry.Task is { DueLocal: { } local, DueZone: { } zone } && ZoneTime.ToInstant(local, ZoneTime.Find(zone) ?? DateTimeZone.Utc) == block.Span.End);

    private static ReplyValue Minutes(int minutes) => ReplyValue.Words(DayText.Minutes(minutes));
}
