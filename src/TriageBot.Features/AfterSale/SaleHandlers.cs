using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.AfterSale;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Customers;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Customers;
using TriageBot.Features.Dates;

namespace TriageBot.Features.AfterSale;

/// <summary><c>/customer sale</c>, <c>date</c> and <c>touch</c>: writes down when a customer is to be contacted (rule C10).</summary>
internal sealed class SaleHandlers(TouchStore touches, TouchUndoStore undos, CustomerStore customers, CustomerAnswers answers, DueInput dates)
{
    private const int LongestWhat = 100;

    public Task<Reply> SaleAsync(Turn turn) => NamedAsync(turn, CustomerCommands.Sale, "boiler", async (customer, what) =>
    {
        var today = Today(turn);
        if (ReadPast(turn.Value("on"), today) is not { } day) return NoDay(turn, customer, what, "yesterday");
        var next = TouchRules.NextOn(TouchKind.Sale, day, today);
        return await AddAsync(turn, customer, new Touch { Kind = TouchKind.Sale, What = what, AnchorOn = day, DueOn = next }, AfterSaleTexts.Sold, ("day", Day(day, today))).ConfigureAwait(false);
    });

    public Task<Reply> DateAsync(Turn turn) => NamedAsync(turn, CustomerCommands.Date, "birthday", async (customer, what) =>
    {
        var today = Today(turn);
        if (turn.Value("on") is not { } typed) return NoDay(turn, customer, what, "4 may");
        var day = ReadPast(typed, LocalDate.MaxIsoValue);
        if (day is null)
        {
            var read = await dates.ReadAsync(turn, typed).ConfigureAwait(false);
            if (read is DueInputResult.Answer answer) return answer.Reply;
            day = read is DueInputResult.Read { Due: DueValue.Day known } ? known.Date : null;
        }

        if (day is not { } anchor) return NoDay(turn, customer, what, "4 may");
        var touch = new Touch { Kind = TouchKind.Yearly, What = what, AnchorOn = anchor, DueOn = TouchRules.NextOn(TouchKind.Yearly, anchor, today.PlusDays(-1)) };
        return await AddAsync(turn, customer, touch, AfterSaleTexts.Dated).ConfigureAwait(false);
    });

    /// <summary>One interval for each customer; <c>none</c> takes it away.</summary>
    public Task<Reply> IntervalAsync(Turn turn) => NamedAsync(turn, CustomerCommands.Touch, what: null, async (customer, _) =>
    {
        var before = await IntervalOfAsync(turn, customer).ConfigureAwait(false);
        if (turn.Value("every")?.Equals("none", StringComparison.OrdinalIgnoreCase) == true)
        {
            return new Reply.Private(await SetIntervalAsync(turn, customer, before, null).ConfigureAwait(false));
        }

        if (turn.Value("every") is not { } typed || TouchRules.ReadEvery(typed) is not { } days)
        {
            return answers.Texts.Private(AfterSaleTexts.NoEvery, turn.Typed, ("example", Example(turn, customer, ("every", "30d"))));
        }

        var wanted = (before ?? NewInterval(turn, customer)) with { EveryDays = days, LaterOn = null };
        return new Reply.Private(await SetIntervalAsync(turn, customer, before, wanted).ConfigureAwait(false));
    });

    /// <summary>Puts the interval back as it was, unless it was changed again since (rule X4).</summary>
    public async Task<Reply> UndoIntervalAsync(Turn turn)
    {
        if (await customers.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false) is not { } customer) return answers.Texts.Private(CustomerTexts.Gone);
        var now = await IntervalOfAsync(turn, customer).ConfigureAwait(false);
        if ((now?.EveryDays ?? 0) != turn.Control.Revision) return answers.Texts.Private(AfterSaleTexts.UndoChanged, ("name", ReplyValue.Typed(customer.Name)));
        var wanted = turn.Control.Extra.Split('|') is [var every, var anchor, var later]
            && long.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && LocalDatePattern.Iso.Parse(anchor).TryGetValue(default, out var anchorOn)
            ? (now ?? NewInterval(turn, customer)) with { EveryDays = days, AnchorOn = anchorOn, LaterOn = LocalDatePattern.Iso.Parse(later).TryGetValue(default, out var laterOn) ? laterOn : null }
            : null;
        return new Reply.Update(await SetIntervalAsync(turn, customer, now, wanted).ConfigureAwait(false));
    }

    private async Task<Touch?> IntervalOfAsync(Turn turn, Customer customer) =>
        (await touches.OfCustomerAsync(turn.Db, turn.Workspace.Id, customer.Id).ConfigureAwait(false)).FirstOrDefault(touch => touch.Kind == TouchKind.Interval);

    private static Touch NewInterval(Turn turn, Customer customer) => new() { CustomerId = customer.Id, Kind = TouchKind.Interval, AnchorOn = Today(turn), LastContactAt = customer.LastContactAt };

    /// <param name="wanted">Null to take it away.</param>
    private async Task<Card> SetIntervalAsync(Turn turn, Customer customer, Touch? before, Touch? wanted)
    {
        // A decision made before is about other days than these.
        await undos.ForgetAsync(turn.Unit, customer.Id).ConfigureAwait(false);
        if (wanted is null && before is not null) await touches.EndAsync(turn.Unit, before.Id).ConfigureAwait(false);
        if (wanted is not null)
        {
            var saved = before is null ? await touches.InsertAsync(turn.Unit, wanted, turn.Author.Id).ConfigureAwait(false) : wanted;
            await touches.SaveAsync(turn.Unit, saved, handled: null).ConfigureAwait(false);
        }

        var name = ("name", ReplyValue.Typed(customer.Name));
        var said = wanted is null
            ? answers.Texts.Say(AfterSaleTexts.IntervalOff, name)
            : answers.Texts.Say(
                AfterSaleTexts.Interval,
                name,
                ("days", ReplyValue.Words(TouchRules.Days(wanted.EveryDays))),
                ("next", Day(LocalDate.Max(TouchRules.DueOn(wanted, turn.AuthorZone, turn.Workspace.DayStart), Today(turn)), Today(turn))));
        if (before is null && wanted is null) return new Card(said);
        var extra = before is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{before.EveryDays}|{LocalDatePattern.Iso.Format(before.AnchorOn)}|{(before.LaterOn is { } later ? LocalDatePattern.Iso.Format(later) : "")}");
        return new Card(said, [new Button(new ControlId(TouchVerbs.UndoInterval, customer.Id, wanted?.EveryDays ?? 0, extra).ToString(), "Undo")]);
    }

    public async Task<Reply> TakeBackAsync(Turn turn)
    {
        if (await touches.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false) is not { } touch) return answers.Texts.Private(CustomerTexts.Unchanged);
        await touches.EndAsync(turn.Unit, touch.Id).ConfigureAwait(false);
        return new Reply.Update(new Card(answers.Texts.Say(AfterSaleTexts.TakenBack, ("what", ReplyValue.Typed(touch.What)), ("name", ReplyValue.Typed(touch.Customer)))));
    }

    private async Task<Reply> AddAsync(Turn turn, Customer customer, Touch touch, ReplyText text, params (string Name, ReplyValue Value)[] more)
    {
        var keeper = turn.Author.IsOwner ? turn.Author.Id.Value : "";
        var added = await touches.InsertAsync(turn.Unit, touch with { CustomerId = customer.Id, KeeperId = keeper }, turn.Author.Id).ConfigureAwait(false);
        return new Reply.Private(new Card(
            answers.Texts.Say(
                text,
                [
                    ("what", ReplyValue.Typed(added.What)),
                    ("name", ReplyValue.Typed(customer.Name)),
                    ("next", Day(added.DueOn ?? added.AnchorOn, Today(turn))),
                    .. more,
                ]),
            [new Button(new ControlId(TouchVerbs.TakeBack, added.Id).ToString(), "Undo")]));
    }

    /// <param name="what">An example; null where nothing is to be named.</param>
    private async Task<Reply> NamedAsync(Turn turn, string action, string? what, Func<Customer, string, Task<Reply>> act)
    {
        if (turn.Value("name") is not { } name) return answers.Missing(turn, "the customer's name", "name", "Acme");
        var (customer, rest) = await SplitAsync(turn, name, what is not null && turn.Value("what") is null).ConfigureAwait(false);
        if (customer is null) return await answers.NotKnownAsync(turn, name).ConfigureAwait(false);
        var said = turn.Value("what") ?? rest;
        if (what is not null && said.Length is 0 or > LongestWhat)
        {
            return answers.Missing(turn, action == CustomerCommands.Sale ? "what was sold, in a few words" : "what the day is called", "what", what);
        }

        return await act(customer, said).ConfigureAwait(false);
    }

    /// <summary>In <c>sale Acme "boiler"</c> the longest beginning that is a customer's name is the customer; the rest says what.</summary>
    private async Task<(Customer? Customer, string Said)> SplitAsync(Turn turn, string typed, bool maySplit)
    {
        if (await customers.FindAsync(turn.Db, turn.Workspace.Id, typed).ConfigureAwait(false) is { } whole) return (whole, "");
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = words.Length - 1; maySplit && count > 0; count--)
        {
            var name = string.Join(' ', words[..count]).Trim('"', '“', '”');
            if (await customers.FindAsync(turn.Db, turn.Workspace.Id, name).ConfigureAwait(false) is { } found) return (found, string.Join(' ', words[count..]).Trim('"', '“', '”'));
        }

        return (null, "");
    }

    /// <summary>A day as YYYY-MM-DD, today or yesterday, not after a limit; today when nothing was said. Null when it is none.</summary>
    private static LocalDate? ReadPast(string? typed, LocalDate latest) => typed?.Trim().ToLowerInvariant() switch
    {
        null or "today" when latest < LocalDate.MaxIsoValue => latest,
        "yesterday" when latest < LocalDate.MaxIsoValue => latest.PlusDays(-1),
        { } text when LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) && day <= latest => day,
        _ => null,
    };

    private Reply NoDay(Turn turn, Customer customer, string what, string example) => answers.Texts.Private(
        AfterSaleTexts.NoDay,
        turn.Typed,
        ("example", Example(turn, customer, ("what", what), ("on", example))));

    private static ReplyValue Example(Turn turn, Customer customer, params IEnumerable<(string Name, string Value)> set)
    {
        var values = turn.Values.ToDictionary(value => value.Key, value => value.Value);
        values["name"] = customer.Name;
        foreach (var (name, value) in set) values[name] = value;
        return ReplyValue.Typed(CommandPrinter.Print(CustomerCommands.Customer, values));
    }

    private static ReplyValue Day(LocalDate day, LocalDate today) => ReplyValue.Words(TimeText.Day(day, today));

    private static LocalDate Today(Turn turn) => LogicalDay.Of(turn.Now, turn.AuthorZone, turn.Workspace.DayStart);
}
