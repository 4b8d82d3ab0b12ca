using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Dates;

/// <summary>A due value as its three columns: a date, or wall time with its zone (rules T3, T5).</summary>
public sealed record DueColumns(LocalDate? On, LocalDateTime? Local, string? Zone)
{
    public static DueColumns None { get; } = new(null, null, null);

    public static DueColumns Of(DueValue due) => due switch
    {
        DueValue.Day day => new DueColumns(day.Date, null, null),
        DueValue.At at => new DueColumns(null, at.Local, at.Zone.Id),
        DueValue.Repeating series => Of(series.First),
        DueValue.None or DueValue.Someday => None,
        _ => throw new ArgumentOutOfRangeException(nameof(due), due, "Unknown kind of due value."),
    };

    /// <summary>The due value of these columns; null without a date.</summary>
    public DueValue? Due => (On, Local) switch
    {
        ({ } date, _) => new DueValue.Day(date),
        (_, { } local) => new DueValue.At(local, ZoneTime.Find(Zone ?? "") ?? DateTimeZone.Utc),
        _ => null,
    };
}

/// <summary>What became of a typed date: a value with its echo, or the private answer to give instead.</summary>
public abstract record DueInputResult
{
    private DueInputResult()
    {
    }

    /// <param name="Echo">Rule D2: <c>Fri 13 Mar 2026, 17:00 (in 2 days)</c>; with a clock change that moved it (rule T4).</param>
    /// <param name="Calendar">By which it was read.</param>
    /// <param name="Other">The other thing the words could mean, for a button (<see cref="DateOffer"/>).</param>
    public sealed record Read(DueValue Due, DueColumns Columns, string Echo, WorkCalendar Calendar, NamedReading? Other = null) : DueInputResult
    {
        /// <summary>The clock change that moved the time, or made it come twice (rule T4): for whoever shows an echo of their own. Null without one.</summary>
        public RichText? Note { get; init; }
    }

    /// <param name="Offers">What could be meant, for whoever only looks: there the reply has no buttons of its own.</param>
    public sealed record Answer(Reply Reply, IReadOnlyList<NamedReading> Offers) : DueInputResult;
}

/// <summary>Reads the dates that people type into options and forms, in the zone of whoever types (rule T1).</summary>
/// <remarks>
/// This is all that a new command with a date calls. On <see cref="DueInputResult.Answer"/> it returns that reply: what could be meant stands there on buttons that run the
/// command again (<see cref="DateQuestions"/>). On <see cref="DueInputResult.Read"/> it saves, shows the echo, and puts <see cref="DateOffer.Other(string, DueInputResult.Read)"/> on its card.
/// </remarks>
public sealed class DueInput(ReplyTexts texts, OwnerStore owners, DateQuestions questions)
{
    /// <summary>Weeks: a year, and one less.</summary>
    private static readonly int[] LooksBack = [52, 51];

    /// <summary>Reads one date for a member. Of what repeats only one can count: it is refused, with its first date on a button.</summary>
    /// <param name="once">Says why only one counts; null for the general words.</param>
    public async Task<DueInputResult> ReadAsync(Turn turn, string text, RichText? once = null)
    {
        var result = await ReadSeriesAsync(turn, text).ConfigureAwait(false);
        if (result is not DueInputResult.Read { Due: DueValue.Repeating { First: var date }, Calendar: var calendar }) return result;
        var name = DueText.Name(date, calendar);
        var first = new NamedReading(name, name, date);
        return new DueInputResult.Answer(await OfferAsync(turn, text, once ?? texts.Say(DateTexts.Once), first).ConfigureAwait(false), [first]);
    }

    /// <summary>Reads a date for a member, or several that repeat; their own working hours count where they have some, otherwise the hours of the owner on duty.</summary>
    public async Task<DueInputResult> ReadSeriesAsync(Turn turn, string text)
    {
        var settings = await SettingsAsync(turn).ConfigureAwait(false);
        return DueDateReader.Read(text, turn.Now, settings) switch
        {
            DueReading.Value value => new DueInputResult.Read(value.Due, DueColumns.Of(value.Due), Echo(value, turn, settings), settings.Calendar, value.Other) { Note = NoteOf(value) },
            DueReading.Ask ask => new DueInputResult.Answer(await AskAsync(turn, text, Say.Sentence(ask.Sentence, text), ask.Readings, AsksOrder(text, turn, settings)).ConfigureAwait(false), ask.Readings),
            DueReading.Refusal refusal => await RefuseAsync(turn, text, refusal, settings).ConfigureAwait(false),
            _ => throw new InvalidOperationException("Unknown outcome of reading a date."),
        };
    }

    /// <summary>An answer for a date that was read and cannot be used here, with dates that can.</summary>
    /// <param name="sentence">Why not.</param>
    public Task<Reply> OfferAsync(Turn turn, string text, RichText sentence, params IReadOnlyList<NamedReading> offers) =>
        AskAsync(turn, text, sentence, offers, asksOrder: false);

    /// <inheritdoc cref="DateQuestions.OtherAsync"/>
    public Task<ImmutableArray<Control>> OtherAsync(Turn turn, string text, NamedReading? other, string made) => questions.OtherAsync(turn, text, other, made);

    /// <summary>The day that a text names beyond doubt; null for all else, which is neither asked about nor refused.</summary>
    public async Task<LocalDate?> DayAsync(Turn turn, string text) =>
        DueDateReader.Read(text, turn.Now, await SettingsAsync(turn).ConfigureAwait(false)) is DueReading.Value { Due: DueValue.Day day } ? day.Date : null;

    /// <summary>The day that a text names for whoever looks back: of a date without a year, the last one. Null for what means another day whenever it is read, and for all else.</summary>
    public async Task<LocalDate?> PastDayAsync(Turn turn, string text)
    {
        if (!text.Any(char.IsAsciiDigit)) return null;
        var settings = await SettingsAsync(turn).ConfigureAwait(false);
        // Read a year ago it lay ahead; "in 3 days" means another day a week later.
        var days = LooksBack.Select(weeks => DueDateReader.Read(text, turn.Now - Duration.FromDays(7 * weeks), settings))
            .Select(read => read is DueReading.Value { Due: DueValue.Day day } ? day.Date : (LocalDate?)null).Distinct().ToList();
        return days is [{ } only] ? only : null;
    }

    /// <summary>An answer for days that are not written as a span, with the span they mean.</summary>
    public Task<Reply> OfferSpanAsync(Turn turn, string text, NamedReading days) => OfferAsync(turn, text, texts.Say(DateTexts.Span), days);

    /// <summary>What could follow a date that is being typed, best first.</summary>
    public async Task<IEnumerable<Choice>> CompleteAsync(Turn turn, string typed) =>
        DueCompletion.Choices(typed, turn.Now, await SettingsAsync(turn).ConfigureAwait(false));

    /// <summary>The date or question at the end of a free text (rule D1); null when there is none.</summary>
    public async Task<FreeTextDue?> FindAsync(Turn turn, string text) =>
        FreeText.Find(text, turn.Now, await SettingsAsync(turn).ConfigureAwait(false));

    /// <summary>The calendar by which a member's dates are read.</summary>
    public async Task<WorkCalendar> CalendarAsync(Turn turn) => (await SettingsAsync(turn).ConfigureAwait(false)).Calendar;

    /// <summary>What must be said besides the date; null when nothing.</summary>
    public static RichText? NoteOf(DueReading.Value value) => value.Note is { } note ? RichText.Plain(note) : null;

    private static string Echo(DueReading.Value value, Turn turn, DueSettings settings)
    {
        var echo = DueText.Echo(value.Due, turn.Now, settings.Calendar);
        return value.Note is { } note ? $"{echo}. {note}" : echo;
    }

    /// <summary>With the order known there would be no question.</summary>
    private static bool AsksOrder(string text, Turn turn, DueSettings settings) => settings.Order is null
        && DueDateReader.Read(text, turn.Now, settings with { Order = DateOrder.DayMonth }) is not DueReading.Ask
        && DueDateReader.Read(text, turn.Now, settings with { Order = DateOrder.MonthDay }) is not DueReading.Ask;

    private Task<Reply> AskAsync(Turn turn, string text, RichText sentence, IReadOnlyList<NamedReading> offers, bool asksOrder) => questions.AskAsync(
        turn,
        text,
        texts.Say(DateTexts.Ask, ("sentence", sentence), ("typed", Typed(turn, text)), ("instead", ReplyValue.Typed(DateTexts.Instead(offers)))),
        offers,
        asksOrder);

    private async Task<DueInputResult.Answer> RefuseAsync(Turn turn, string text, DueReading.Refusal refusal, DueSettings settings)
    {
        IReadOnlyList<NamedReading> offers = [.. refusal.Derived.SelectMany(derived => Offers(derived, turn, settings)).DistinctBy(offer => offer.Label)];
        var instead = refusal.Derived.IsEmpty ? refusal.Suggestion ?? "fri 17:00" : string.Join(" · ", refusal.Derived);
        (string, ReplyValue) sentence = ("sentence", Say.Sentence(refusal.Sentence, text));
        (string, ReplyValue) works = ("instead", ReplyValue.Typed(instead));
        var said = texts.Say(refusal.Derived.IsEmpty ? DateTexts.Example : DateTexts.Refused, sentence, ("typed", Typed(turn, text)), works);
        var answer = await questions.AskAsync(turn, text, said, offers, asksOrder: false).ConfigureAwait(false);
        // With something to press it is a question, which has its own way to go on.
        if (answer is Reply.Private refused && offers.Count == 0) answer = refused with { Unusable = new Unusable(text, texts.Say(DateTexts.InForm, sentence, works)) };
        return new DueInputResult.Answer(answer, offers);
    }

    /// <summary>With a text that means the same day whenever the button is pressed: "tomorrow" would not.</summary>
    private static IEnumerable<NamedReading> Offers(string text, Turn turn, DueSettings settings) => DueDateReader.Read(text, turn.Now, settings) switch
    {
        DueReading.Value { Due: DueValue.Day or DueValue.At } value =>
            [new NamedReading(DueText.Echo(value.Due, turn.Now, settings.Calendar), DueText.Name(value.Due, settings.Calendar), value.Due)],
        DueReading.Value value => [new NamedReading(DueText.Echo(value.Due, turn.Now, settings.Calendar), text, value.Due)],
        DueReading.Ask ask => ask.Readings,
        _ => [],
    };

    /// <summary>The whole command as it was typed; the date alone where a button or select stood for it.</summary>
    private static ReplyValue Typed(Turn turn, string text) => ReplyValue.Typed(turn.Incoming.Body is IncomingBody.Pressed ? text : TypedText.Of(turn.Incoming.Body));

    private async Task<DueSettings> SettingsAsync(Turn turn)
    {
        var plan = await owners.FindAsync(turn.Db, turn.Workspace, turn.Author.Id).ConfigureAwait(false)
            ?? await owners.OnDutyAsync(turn.Db, turn.Workspace).ConfigureAwait(false);
        var calendar = plan is null
            ? new WorkCalendar(turn.AuthorZone, WeekHours.Standard, turn.Workspace.DayStart)
            : plan.Calendar.Zone.Equals(turn.AuthorZone) ? plan.Calendar : plan.Calendar.In(turn.AuthorZone);
        return new DueSettings(calendar, DateOrderText.Read(turn.Author.DateOrder ?? turn.Workspace.DateOrder));
    }
}
