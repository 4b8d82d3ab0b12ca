using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;
using TriageBot.Features.Dates;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Breaks;

/// <summary>The card of one held message in a drain, and its steps in between (rule H5).</summary>
internal sealed class DrainCards(ReplyTexts texts, HoldSettings settings)
{
    /// <summary>After this many skips a decision is asked for (rule H12).</summary>
    public const int MostSkips = 2;

    /// <summary>The field of an answer that says whether its requester is asked how it was.</summary>
    public const string Ask = "ask";

    private const int MostWorkingDays = 5;

    /// <param name="before">What to say first: what was just decided.</param>
    public Card Item(UnitOfWork unit, OwnerPlan plan, HeldMessage message, Member requester, (int Index, int Count) place, RichText? before)
    {
        var lines = new List<RichText>();
        if (before is not null) lines.Add(before);
        lines.Add(texts.Say(
            BreakTexts.CardHead,
            ("index", place.Index),
            ("count", place.Count),
            ("number", message.Number),
            ("customer", message.Customer.Length > 0 ? ReplyValue.Typed(" " + message.Customer) : RichText.Empty),
            ("waiting", Say.Span(message.WaitedAt(unit.Now, plan.Calendar))),
            ("limit", Say.Span(settings.Ceiling)),
            ("asked", QueueHandlers.Asked(message))));
        lines.Add(texts.Say(BreakTexts.CardBody, ("requester", requester.AsRun()), ("what", ReplyValue.Typed(message.What))));
        if (message.Link.Length > 0) lines.Add(texts.Say(BreakTexts.CardLink, ("link", new TextRun(RunKind.Link, "open the message", Url: message.Link))));
        if (message.IfItWaits.Length > 0) lines.Add(texts.Say(BreakTexts.CardHarm, ("harm", ReplyValue.Typed(message.IfItWaits))));
        if (new DueColumns(message.DueOn, message.DueLocal, message.DueZone).Due is { } due)
        {
            lines.Add(texts.Say(BreakTexts.CardDue, ("due", Say.Due(due, unit.Now, plan.Calendar, plan.Calendar.Zone))));
        }

        lines.Add(message.WentAtOnce
            ? texts.Say(BreakTexts.CardAtOnce)
            : texts.Say(BreakTexts.CardPromise, ("promise", Say.Moment(message.ToldPromiseAt, unit.Now, plan.Calendar.Zone))));
        if (message.SkipCount >= MostSkips) lines.Add(texts.Say(BreakTexts.CardDecide));
        return new Card(RichText.Lines(lines), Choices(message), message.Number);
    }

    /// <summary>The days a message can be planned for; its text stays in view.</summary>
    public Card ChooseDay(Card shown, OwnerPlan plan, HeldMessage message, Instant now)
    {
        var today = plan.Calendar.Today(now);
        var days = new List<Choice>();
        for (var day = plan.Calendar.WorkingDayAfter(today); days.Count < MostWorkingDays; day = plan.Calendar.WorkingDayAfter(day))
        {
            var name = TimeText.Day(day, today);
            days.Add(new Choice(day.ToString("uuuu-MM-dd", null), day == today.PlusDays(1) ? $"Tomorrow, {name}" : name));
        }

        var nextWeek = plan.Calendar.WorkingDayOnOrAfter(today.Next(IsoDayOfWeek.Monday));
        var week = new Choice(nextWeek.ToString("uuuu-MM-dd", null), $"Next week, {TimeText.Day(nextWeek, today)}");
        if (days.All(day => day.Value != week.Value)) days.Add(week);
        foreach (var (weeks, label) in new[] { (1, "In a week"), (2, "In two weeks") })
        {
            var day = plan.Calendar.WorkingDayOnOrAfter(today.PlusWeeks(weeks));
            if (days.All(known => known.Value != day.ToString("uuuu-MM-dd", null))) days.Add(new Choice(day.ToString("uuuu-MM-dd", null), $"{label}, {TimeText.Day(day, today)}"));
        }

        days.Add(new Choice(UrgentHandlers.AnotherDate, "Another date…"));
        return WithSelect(shown, message, "drain-day", "Plan it for", [.. days]);
    }

    public Card ChooseMember(Card shown, HeldMessage message, IEnumerable<Member> members) =>
        WithSelect(shown, message, "drain-member", "Give it to", [.. MemberChoice.Of(members)]);

    /// <summary>What a yes costs, below the message; the other ways stay open.</summary>
    /// <param name="key">What gives way.</param>
    public Card AskYes(Card shown, HeldMessage message, RichText cost, string key)
    {
        IEnumerable<Control> later = message.SkipCount >= MostSkips ? [] : [new Button(Id("drain-skip", message), "Next break")];
        return shown with
        {
            Text = RichText.Lines(shown.Text, cost),
            Controls =
            [
                new Button(new ControlId("drain-yes", message.Number, message.Revision, key).ToString(), "Accept", ButtonStyle.Primary),
                .. later,
                new Button(Id("drain-decline", message), "Decline"),
                new Button(Id("drain-back", message), "Back"),
            ],
        };
    }

    public Form AnswerForm(HeldMessage message) => new(
        Id("drain-answer", message),
        $"Answer #{message.Number}",
        [
            new FormField("text", "Your answer", Multiline: true),
            new FormField(Ask, "Ask how that was? yes or no", "yes", Required: false, MaxLength: 5, Hint: "at most once a month for each person"),
        ],
        message.Number);

    public Form DeclineForm(HeldMessage message, Member requester)
    {
        var proposal = texts.Say(BreakTexts.DeclineProposal, ("requester", ReplyValue.Typed(requester.Name)), ("what", Say.Title(message.What, 80)));
        return new Form(
            Id("drain-decline", message),
            $"Decline #{message.Number}",
            [new FormField("text", "What the requester will read", proposal.ToPlainText(), Multiline: true)],
            message.Number);
    }

    public static Form DayForm(HeldMessage message) => new(
        Id("drain-day", message),
        $"Plan #{message.Number}",
        [new FormField("when", "Which day?", Hint: "mon, 2026-03-20, in 3 days", MaxLength: 100)],
        message.Number);

    private static ImmutableArray<Control> Choices(HeldMessage message)
    {
        var choices = ImmutableArray.Create<Control>(
            new Button(Id("drain-answer", message), "Answer", ButtonStyle.Primary),
            new Button(Id(DrainVerbs.Promise, message), "Promise"),
            new Button(Id("drain-today", message), "Do today"),
            new Button(Id("drain-schedule", message), "Schedule"),
            new Button(Id("drain-delegate", message), "Delegate"),
            new Button(Id("drain-decline", message), "Decline"),
            new Button(Id("drain-someday", message), "Someday"));
        return message.SkipCount >= MostSkips ? choices : choices.Add(new Button(Id("drain-skip", message), "Skip"));
    }

    private static Card WithSelect(Card shown, HeldMessage message, string verb, string label, ImmutableArray<Choice> choices) => shown with
    {
        Controls = [new Select(Id(verb, message), label, choices), new Button(Id("drain-back", message), "Back")],
    };

    private static string Id(string verb, HeldMessage message) => new ControlId(verb, message.Number, message.Revision).ToString();
}
