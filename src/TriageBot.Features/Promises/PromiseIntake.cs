using System.Collections.Immutable;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Promises;
using TriageBot.Core.Time;
using TriageBot.Features.Customers;
using TriageBot.Features.Dates;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary>A promise as it was typed.</summary>
internal sealed record PromiseWords(string Customer, string What, string Due)
{
    public MemberId? Maker { get; init; }

    public MemberId? Requester { get; init; }

    public int? EstimateMinutes { get; init; }

    /// <summary>Of the item it grows out of; null for a new number.</summary>
    public long? Number { get; init; }
}

/// <summary>A promise that was read and judged, or the private answer to give instead.</summary>
internal abstract record PromiseRead
{
    private PromiseRead()
    {
    }

    /// <param name="Promise">A draft with its number, not saved yet.</param>
    public sealed record Ready(Promise Promise, PromiseDate Date) : PromiseRead;

    public sealed record Answer(Reply Reply) : PromiseRead;
}

/// <summary>Takes promises in: reads, warns (rule C7), and writes down what was promised.</summary>
internal sealed class PromiseIntake(PromiseDates dates, PromiseGuards guards, PromiseChanger changer, PromiseActs acts, PromiseIntakeParts parts)
{
    public async Task<Reply> PromiseAsync(Turn turn)
    {
        var maker = turn.Author;
        if (turn.Value("for") is { } typed)
        {
            if (await parts.Members.FindTypedAsync(turn.Db, turn.Workspace.Id, typed).ConfigureAwait(false) is not { } named)
            {
                var all = await parts.Members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
                return parts.Problems.NoSuchMember(TypedText.Of(turn.Incoming.Body), all.Select(member => member.Name));
            }

            maker = named;
        }

        return await TakeAsync(turn, new PromiseWords(turn.Value("customer") ?? "", turn.Value("what") ?? "", turn.Value("due") ?? "")
        {
            Maker = maker.Id,
            EstimateMinutes = turn.Value("estimate") is { } minutes ? MinutesText.Read(minutes) : null,
        }).ConfigureAwait(false);
    }

    /// <summary>The form below an answer that named a date, or below a warning: what was warned of then keeps its number and its maker.</summary>
    public async Task<Reply> FilledAsync(Turn turn)
    {
        var words = Words(turn);
        return await acts.FindAsync(turn, turn.Control.Item).ConfigureAwait(false) is { State: PromiseState.Draft } draft && draft.RecordedBy == turn.Author.Id
            ? await TakeAsync(turn, words with { Number = draft.Number, Maker = draft.MakerId, Requester = draft.RequesterId }).ConfigureAwait(false)
            : await TakeAsync(turn, words).ConfigureAwait(false);
    }

    public static PromiseWords Words(Turn turn) =>
        new(turn.Value("customer") ?? "", turn.Value("what") ?? "", turn.Value("due") ?? "") { EstimateMinutes = turn.Value("estimate") is { } minutes ? MinutesText.Read(minutes) : null };

    /// <summary>Reads, and either writes the promise down or keeps it as a draft and warns.</summary>
    public async Task<Reply> TakeAsync(Turn turn, PromiseWords words)
    {
        var read = await ReadAsync(turn, words).ConfigureAwait(false);
        if (read is PromiseRead.Answer answer) return answer.Reply;
        var ready = (PromiseRead.Ready)read;
        if (ready.Promise.Basis.HasWarning) return await WarnAsync(turn, ready).ConfigureAwait(false);
        var given = await GiveAsync(turn, ready).ConfigureAwait(false);
        return await MadeAsync(turn, given, ready.Date.Offers).ConfigureAwait(false);
    }

    public async Task<PromiseRead> ReadAsync(Turn turn, PromiseWords words)
    {
        if (words.Customer.Length == 0 || words.What.Length == 0 || words.Due.Length == 0) return new PromiseRead.Answer(Missing(words));
        if (turn.Value("estimate") is { } length && MinutesText.Read(length) is null) return new PromiseRead.Answer(parts.Problems.BadValue("The work takes a length such as 45m or 1h30.", length));
        var customer = (await parts.Customers.FindAsync(turn.Db, turn.Workspace.Id, words.Customer).ConfigureAwait(false))?.Name ?? CustomerName.Tidy(words.Customer);
        var (date, answer) = await dates.ReadAsync(turn, words.Due, customer).ConfigureAwait(false);
        if (date is null) return new PromiseRead.Answer(answer ?? Missing(words));
        var number = words.Number ?? await parts.Workspaces.NextNumberAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        var promise = new Promise
        {
            Number = number,
            MakerId = words.Maker ?? turn.Author.Id,
            RecordedBy = turn.Author.Id,
            RequesterId = words.Requester,
            Customer = customer,
            What = words.What,
            Level = date.Terms.Name,
            DueOn = date.Columns.On,
            DueLocal = date.Columns.Local,
            DueZone = date.Columns.Zone,
            DueAt = date.DueAt,
            FirstDueAt = date.DueAt,
            EstimateMinutes = words.EstimateMinutes,
            MadeAt = turn.Now,
            CountsFromAt = turn.Now,
        };
        return new PromiseRead.Ready(promise.With(await guards.JudgeAsync(turn.Unit, promise, date.Terms).ConfigureAwait(false)), date);
    }

    /// <summary>Written down as a draft: "promise anyway" gives it as it was typed.</summary>
    /// <param name="controls">What can be done about it; by default those of a promise that stands by itself.</param>
    public async Task<Reply> WarnAsync(Turn turn, PromiseRead.Ready ready, params IReadOnlyList<Control> controls)
    {
        await changer.InsertAsync(turn.Unit, ready.Promise, turn.Author.Id).ConfigureAwait(false);
        var text = RichText.Lines(
            [parts.Texts.Say(PromiseTexts.NotYet, ("promise", acts.Cards.Head(ready.Promise)), ("due", ReplyValue.Words(ready.Date.Echo))), .. acts.Cards.Warnings(ready.Promise.Basis)]);
        IReadOnlyList<Control> own = controls.Count > 0
            ? controls
            : [PromiseCards.Press(ready.Promise, PromiseVerbs.Anyway, "Promise anyway", ButtonStyle.Primary), PromiseCards.Press(ready.Promise, PromiseVerbs.Again, "Another date…")];
        var card = new Card(text, [.. own], ready.Promise.Number);
        return turn.Incoming.Body is IncomingBody.Pressed or IncomingBody.Filled ? new Reply.Update(card) : new Reply.Private(card);
    }

    /// <summary>Gives the promise at once.</summary>
    public async Task<Promise> GiveAsync(Turn turn, PromiseRead.Ready ready)
    {
        var given = ready.Promise with { State = PromiseState.Open, LastChange = $"{turn.Author.Name} promised it" };
        await changer.InsertAsync(turn.Unit, given, turn.Author.Id).ConfigureAwait(false);
        await acts.News.TellGivenAsync(turn, given).ConfigureAwait(false);
        return given;
    }

    public async Task<Reply> AnywayAsync(Turn turn)
    {
        var (draft, answer) = await acts.LookAsync(turn).ConfigureAwait(false);
        if (draft is null) return answer ?? acts.NoPromise(turn.Control.Item);
        return await GiveDraftAsync(turn, draft).ConfigureAwait(false) is { } given
            ? await MadeAsync(turn, given, []).ConfigureAwait(false)
            : await acts.ShowAsync(turn, draft, canUndo: false).ConfigureAwait(false);
    }

    public async Task<Promise?> GiveDraftAsync(Turn turn, Promise draft)
    {
        if (draft.State != PromiseState.Draft || await changer.GiveAsync(turn.Unit, draft, turn.Author).ConfigureAwait(false) is not { } given) return null;
        await acts.News.TellGivenAsync(turn, given).ConfigureAwait(false);
        return given;
    }

    /// <summary>A draft with another date: the same form, as it was typed.</summary>
    public async Task<Reply> AgainAsync(Turn turn)
    {
        var (draft, answer) = await acts.LookAsync(turn).ConfigureAwait(false);
        return draft is null ? answer ?? acts.NoPromise(turn.Control.Item) : new Reply.Open(PromiseForms.New(turn.Control with { Verb = PromiseVerbs.New }, draft.Customer, draft.What, ""));
    }

    private async Task<Reply> MadeAsync(Turn turn, Promise given, ImmutableArray<DateOffer> offers)
    {
        var echo = await dates.EchoAsync(turn, given).ConfigureAwait(false);
        var said = parts.Texts.Say(PromiseTexts.Made, ("number", given.Number), ("due", ReplyValue.Words(echo)));
        var card = await acts.Cards.ShowAsync(turn, given, canUndo: true, [said, .. acts.Cards.Warnings(given.Basis)]).ConfigureAwait(false);
        var question = await parts.Naming.AskAsync(turn.Unit, given.Customer, given.Number).ConfigureAwait(false);
        var shown = question.AddTo(DateOffer.Above(card, offers, given.Number, given.Revision));
        return turn.Incoming.Body is IncomingBody.Pressed or IncomingBody.Filled ? new Reply.Update(shown) : new Reply.Private(shown);
    }

    private Reply Missing(PromiseWords words)
    {
        var typed = string.Join(" · ", new[] { words.Customer, words.What, words.Due }.Where(each => each.Length > 0));
        var refused = parts.Texts.Private(PromiseTexts.Missing, ("typed", ReplyValue.Typed(typed)));
        return refused with { Unusable = new Unusable("", refused.Card.Text.FirstLine()) };
    }
}

/// <summary>What the intake of promises reaches.</summary>
internal sealed record PromiseIntakeParts(
    MemberStore Members, CustomerStore Customers, CustomerNaming Naming, WorkspaceStore Workspaces, Problems Problems, ReplyTexts Texts);
