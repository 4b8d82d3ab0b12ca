using System.Globalization;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Escalations;

/// <summary><c>/why</c> of an escalation: each deadline's arithmetic in words, with the hours, pauses and closures that went into it.</summary>
internal sealed class EscalationWhy(EscalationStore escalations, UrgentStore urgent, LevelBook levels, MemberStore members, ReplyTexts texts)
{
    private const int MostEvents = 12;

    /// <returns>Null when no escalation has this number.</returns>
    public async Task<Reply?> WhyAsync(Turn turn, long number)
    {
        if (await escalations.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is not { } escalation) return null;
        var terms = await levels.TermsAsync(turn.Unit, escalation.Level).ConfigureAwait(false);
        var events = await escalations.EventsAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false);
        var people = (await members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).ToDictionary(member => member.Id.Value, member => member.Name);
        var closed = Closures(escalation, terms);
        var held = await urgent.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false);
        return new Reply.Private(new Card(
            RichText.Lines(
            [
                texts.Say(
                    EscalationTexts.WhyHead,
                    ("number", number),
                    ("customer", ReplyValue.Typed(escalation.Customer)),
                    ("what", Say.Title(escalation.What)),
                    ("level", ReplyValue.Typed(terms.Name)),
                    ("hours", ReplyValue.Words($"{terms.At(turn.Now).Hours} ({terms.Calendar.Zone.Id})"))),
                .. escalation.Clocks.Select(clock => Explain(turn, escalation, clock, terms)),
                .. held is { State: UrgentState.Held, WentAtOnce: false, Limit: { } limit }
                    ? [texts.Say(
                        EscalationTexts.WhyLimit,
                        ("latest", On(turn, limit.Latest)),
                        ("due", On(turn, limit.Due)),
                        ("owner", ReplyValue.Typed(people.GetValueOrDefault(held.OwnerId.Value, held.OwnerId.Value))),
                        ("break", On(turn, held.ReleaseAt)))]
                    : Array.Empty<RichText>(),
                .. closed.Length == 0 ? Array.Empty<RichText>() : [texts.Say(EscalationTexts.WhyClosures, ("closures", ReplyValue.Typed(closed)))],
                .. events.TakeLast(MostEvents).Select(happened => texts.Say(
                    EscalationTexts.WhyEvent,
                    ("when", On(turn, happened.HappenedAt)),
                    ("what", Happened(happened, people)),
                    ("who", happened.ById.Length == 0 ? RichText.Empty : RichText.Plain(", ").Then(RichText.Typed(people.GetValueOrDefault(happened.ById, happened.ById)))))),
            ]),
            Item: number));
    }

    private RichText Explain(Turn turn, Escalation escalation, ServiceClock clock, LevelTerms terms)
    {
        var (name, target) = (("clock", ReplyValue.Words(NameOf(clock))), ("target", Working(clock.Target)));
        var used = ("used", Working(ClockRules.UsedAt(clock, turn.Now, terms.Calendar)));
        if (clock.EndedAt is not null)
        {
            var outcome = clock.BreachedAt is { } late ? RichText.Plain("late: it was due ").Then(On(turn, late)) : RichText.Plain("in time");
            return texts.Say(EscalationTexts.WhyEnded, name, target, used, ("outcome", outcome));
        }

        if (clock.IsPaused) return texts.Say(EscalationTexts.WhyPaused, name, target, used, ("reason", ReplyValue.Typed(escalation.WaitReason)));
        var left = ClockRules.LeftAt(clock, turn.Now, terms.Calendar);
        return texts.Say(
            EscalationTexts.WhyClock,
            name,
            ("target", clock.IsReTiered ? RichText.Plain($"{WorkingText.Of(clock.Target)}, with a tenth of the new level's time because it would have been late already") : target.Item2.Text),
            ("since", On(turn, clock.StartedAt)),
            used,
            ("left", left >= Duration.Zero ? ReplyValue.Words($"{WorkingText.Of(left)} left") : ReplyValue.Words($"{WorkingText.Of(-left)} over")),
            ("due", On(turn, clock.DueAt ?? turn.Now)));
    }

    private static string NameOf(ServiceClock clock) => clock.Kind switch
    {
        ClockKind.FirstAnswer => "First answer",
        ClockKind.NextAnswer => clock.Ordinal == 1 ? "Next answer" : string.Create(CultureInfo.InvariantCulture, $"Next answer ({clock.Ordinal})"),
        _ => "Resolution",
    };

    /// <summary>Closed days between its beginning and its last deadline.</summary>
    private static string Closures(Escalation escalation, LevelTerms terms)
    {
        var zone = terms.Calendar.Zone;
        var first = escalation.OpenedAt.InZone(zone).Date;
        var last = escalation.Clocks.Select(clock => clock.EndedAt ?? clock.DueAt ?? escalation.OpenedAt).Append(escalation.OpenedAt).Max().InZone(zone).Date;
        return string.Join(", ", terms.Closures.Where(closure => closure.On >= first && closure.On <= last).Select(closure => $"{TimeText.Day(closure.On, first)} ({closure.Name})"));
    }

    /// <summary>What is stored of an event is a code word, ids of members, or what somebody typed; only the last is shown as it is.</summary>
    private static RichText Happened(EscalationEvent happened, Dictionary<string, string> people)
    {
        var names = RichText.Typed(string.Join(", ", happened.Detail.Split(' ').Select(id => people.GetValueOrDefault(id, id))));
        return happened.Kind switch
        {
            EscalationEventKind.Warned => RichText.Plain($"warning: four fifths of the time for the {ClockOf(happened.Detail)} are over"),
            EscalationEventKind.Breached => RichText.Plain($"late: {ClockOf(happened.Detail)}"),
            EscalationEventKind.AcknowledgementTimedOut when happened.Detail.Length > 0 => names.Then(" had it, and that ran out without an answer"),
            EscalationEventKind.Told when happened.Detail.Length > 0 => RichText.Plain("the ladder told ").Then(names),
            EscalationEventKind.NobodyAnswered when happened.Detail.Length > 0 => RichText.Plain("nobody answered; told last: ").Then(names),
            _ when happened.Detail.Length > 0 => RichText.Plain(WordsOf(happened.Kind)).Then(": ").Then(RichText.Typed(happened.Detail)),
            _ => RichText.Plain(WordsOf(happened.Kind)),
        };
    }

    private static string ClockOf(string detail) => detail switch
    {
        nameof(ClockKind.FirstAnswer) => "first answer",
        nameof(ClockKind.NextAnswer) => "next answer",
        _ => "solution",
    };

    private static string WordsOf(EscalationEventKind kind) => kind switch
    {
        EscalationEventKind.Opened => "opened",
        EscalationEventKind.Answered => "answered the customer",
        EscalationEventKind.CustomerWrote => "the customer wrote",
        EscalationEventKind.Waiting => "waiting for the customer",
        EscalationEventKind.WentOn => "went on",
        EscalationEventKind.Acknowledged => "\"I have it\"",
        EscalationEventKind.AcknowledgementTimedOut => "that ran out without an answer",
        EscalationEventKind.Told => "the ladder told nobody",
        EscalationEventKind.NobodyAnswered => "nobody answered",
        EscalationEventKind.LevelChanged => "another level",
        EscalationEventKind.HoursChanged => "other hours",
        EscalationEventKind.Solved => "solved",
        EscalationEventKind.Reopened => "opened again",
        EscalationEventKind.Joined => "joined",
        _ => "noted",
    };

    private static ReplyValue Working(Duration span) => ReplyValue.Words(WorkingText.Of(span));

    private static TextRun On(Turn turn, Instant at) => EscalationCards.On(at, turn.AuthorZone, turn.Now.InZone(turn.AuthorZone).Date);
}
