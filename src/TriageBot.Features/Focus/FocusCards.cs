using System.Globalization;
using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Focus;
using TriageBot.Core.Time;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Focus;

/// <summary>What an owner sees of their focus.</summary>
internal sealed class FocusCards(MentionStore asks, Holding holding, ReplyTexts texts)
{
    private const int Extension = 30;

    public ReplyTexts Texts => texts;

    public async Task<Card> OnAsync(UnitOfWork unit, OwnerPlan plan, FocusSession focus)
    {
        var zone = plan.Calendar.Zone;
        var (people, held) = await asks.CountAsync(unit, plan.Owner, FocusRules.KeyOf(focus)).ConfigureAwait(false);
        var within = FocusRules.BreakWithin(focus, await holding.UpcomingAsync(unit, plan).ConfigureAwait(false), unit.Now);
        List<RichText> lines =
        [
            texts.Say(FocusTexts.On, ("until", Say.Moment(focus.EndsAt, unit.Now, zone)), ("left", Say.Span(focus.EndsAt - unit.Now)), ("with", With(focus))),
        ];
        if (people > 0) lines.Add(texts.Say(FocusTexts.AskedSoFar, ("asked", People(people)), ("held", held)));
        List<Control> controls = [Press(FocusVerbs.End, "End it"), Press(FocusVerbs.Extend, $"{Extension} min more", Extension.ToString(CultureInfo.InvariantCulture))];
        if (within is not null)
        {
            var start = TimeText.Clock(within.Start.InZone(zone).TimeOfDay);
            lines.Add(texts.Say(within.Kind == BreakKind.Forced ? FocusTexts.ForcedWithin : FocusTexts.BreakWithin, ("break", Say.Moment(within.Start, unit.Now, zone))));
            controls.Add(Press(FocusVerbs.UntilBreak, $"Focus until {start}", within.Key));
            if (within.Kind != BreakKind.Forced) controls.Add(Press(FocusVerbs.MoveBreak, $"Move the break to {TimeText.Clock(EndClock(focus, zone))}", within.Key));
        }

        return new Card(RichText.Lines(lines), [.. controls]);

        Button Press(string verb, string label, string extra = "") =>
            new(new ControlId(verb, focus.Id, focus.EndsAt.ToUnixTimeSeconds(), extra.Length > 60 ? "" : extra).ToString(), label);
    }

    public Card Off(OwnerPlan plan) => new(texts.Say(FocusTexts.Off, ("quiet", texts.Say(plan.HasQuietHours ? FocusTexts.QuietOn : FocusTexts.QuietOff))));

    /// <summary>One line of how it went, and the time to log (rule H18).</summary>
    public async Task<Card> OverAsync(UnitOfWork unit, FocusSession focus)
    {
        var asked = await AskedAsync(unit, focus.OwnerId, FocusRules.KeyOf(focus)).ConfigureAwait(false);
        var minutes = FocusRules.MinutesOf(focus, unit.Now);
        var text = texts.Say(FocusTexts.Over, ("minutes", TimeWords.Minutes(minutes)), ("with", With(focus)), ("asked", asked));
        return focus.Customer.Length == 0 ? new Card(text) : new Card(
            text,
            [
                new Button(
                    new ControlId(FocusVerbs.Log, focus.Id).ToString(),
                    Say.Shorten($"Log {TimeWords.Minutes(minutes).Text.ToPlainText()} for {focus.Customer}", 80),
                    ButtonStyle.Primary),
            ]);
    }

    public async Task<RichText> AskedAsync(UnitOfWork unit, MemberId owner, string period)
    {
        var (people, held) = await asks.CountAsync(unit, owner, period).ConfigureAwait(false);
        return people == 0 ? texts.Say(FocusTexts.NobodyAsked) : texts.Say(FocusTexts.Asked, ("people", People(people)), ("held", held));
    }

    public static LocalTime EndClock(FocusSession focus, DateTimeZone zone) => focus.EndsAt.InZone(zone).TimeOfDay;

    private RichText With(FocusSession focus) =>
        focus.Customer.Length == 0 ? RichText.Empty : texts.Say(FocusTexts.With, ("customer", Say.Title(focus.Customer, 60)));

    private static ReplyValue People(int count) => ReplyValue.Words(count == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{count} people"));
}
