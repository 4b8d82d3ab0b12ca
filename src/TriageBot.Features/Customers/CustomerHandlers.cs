using System.Globalization;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Time;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Customers;

/// <summary><c>/customer</c>: shows, lists and adds customers and what is noted about them. Changes of a name are <see cref="CustomerNameHandlers"/>'.</summary>
internal sealed class CustomerHandlers(CustomerStore customers, CustomerCards cards, CustomerChanger changer, CustomerAnswers answers, CustomerNameHandlers names)
{
    public Task<Reply> HandleAsync(Turn turn) => (turn.Value("action") ?? (turn.Value("name") is null ? CustomerCommands.List : CustomerCommands.Show)) switch
    {
        CustomerCommands.List => ListAsync(turn, page: 0),
        CustomerCommands.Add => AddAsync(turn),
        CustomerCommands.Edit or CustomerCommands.Level => NamedAsync(turn, EditAsync),
        CustomerCommands.Note => NamedAsync(turn, NoteAsync),
        CustomerCommands.Rename => NamedAsync(turn, names.RenameAsync),
        CustomerCommands.Merge => NamedAsync(turn, names.AskMergeAsync),
        _ => NamedAsync(turn, ShowAsync),
    };

    public async Task<Reply> ShowPressedAsync(Turn turn)
    {
        var id = turn.Choice.Length > 0 && long.TryParse(turn.Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : turn.Control.Item;
        return await customers.FindAsync(turn.Db, turn.Workspace.Id, id).ConfigureAwait(false) is { } customer
            ? await ShowAsync(turn, customer).ConfigureAwait(false)
            : answers.Texts.Private(CustomerTexts.Gone);
    }

    public async Task<Reply> TurnPageAsync(Turn turn) =>
        await ListAsync(turn, (int)turn.Control.Item).ConfigureAwait(false) is Reply.Private { Card: var card } ? new Reply.Update(card) : Reply.Nothing.Instance;

    /// <summary>The button below "there is no customer called …".</summary>
    public Task<Reply> AddPressedAsync(Turn turn) => AddAsync(turn, new Customer { Name = turn.Control.Extra }, leftOut: false);

    private async Task<Reply> NamedAsync(Turn turn, Func<Turn, Customer, Task<Reply>> act)
    {
        if (turn.Value("name") is not { } name) return answers.Missing(turn, "the customer's name", "name", "Acme");
        return await customers.FindAsync(turn.Db, turn.Workspace.Id, name).ConfigureAwait(false) is { } customer
            ? await act(turn, customer).ConfigureAwait(false)
            : await answers.NotKnownAsync(turn, name).ConfigureAwait(false);
    }

    private async Task<Reply> ShowAsync(Turn turn, Customer customer) => new Reply.Private(await cards.ShowAsync(turn, customer).ConfigureAwait(false));

    private async Task<Reply> ListAsync(Turn turn, int page)
    {
        var all = await customers.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        if (all.Count == 0) return answers.Texts.Private(CustomerTexts.ListEmpty);
        var shown = ListPage.Of(all, page);
        var choices = shown.Items.Select(customer => new Choice(customer.Id.ToString(CultureInfo.InvariantCulture), customer.Name));
        return new Reply.Private(new Card(
            RichText.Lines(
            [
                answers.Texts.Say(CustomerTexts.List, ("count", all.Count), ("page", ReplyValue.Words(shown.Label))),
                .. shown.Items.Select(customer => answers.Texts.Say(
                    CustomerTexts.ListLine,
                    ("name", ReplyValue.Typed(customer.Name)),
                    ("facts", CustomerCards.Facts(customer, turn)))),
            ]),
            [
                .. shown.Buttons(target => new ControlId(CustomerVerbs.Page, target)),
                new Select(new ControlId(CustomerVerbs.Open).ToString(), "Show a customer…", [.. choices]),
            ]));
    }

    private async Task<Reply> AddAsync(Turn turn)
    {
        if (turn.Value("name") is not { } name) return answers.Missing(turn, "the customer's name", "name", "Acme");
        if (await customers.FindAsync(turn.Db, turn.Workspace.Id, name).ConfigureAwait(false) is { } known)
        {
            return await answers.AlreadyAsync(turn, known).ConfigureAwait(false);
        }

        var (wanted, problem, leftOut) = await ReadAsync(turn, new Customer { Name = name }).ConfigureAwait(false);
        return problem ?? await AddAsync(turn, wanted, leftOut).ConfigureAwait(false);
    }

    private async Task<Reply> AddAsync(Turn turn, Customer wanted, bool leftOut)
    {
        if (CustomerName.Tidy(wanted.Name).Length == 0) return answers.Missing(turn, "the customer's name", "name", "Acme");
        var (customer, isNew) = await changer.AddAsync(turn.Unit, wanted, turn.Author.Id).ConfigureAwait(false);
        if (!isNew) return await answers.AlreadyAsync(turn, customer).ConfigureAwait(false);
        if (turn.Value("note") is { } note) await customers.AddNoteAsync(turn.Unit, customer.Id, turn.Author.Id, note).ConfigureAwait(false);
        var card = await cards.ShowAsync(
            turn,
            customer,
            [answers.Texts.Say(CustomerTexts.Added), .. await answers.AlikeAsync(turn, customer).ConfigureAwait(false), .. answers.LeftOut(turn, leftOut)]).ConfigureAwait(false);
        var undo = new ControlId(CustomerVerbs.UndoAdd, customer.Id, customer.Revision).ToString();
        return new Reply.Private(card with { Controls = card.Controls.Add(new Button(undo, "Undo")) });
    }

    /// <summary>Items keep the name: only the page goes. Not once something else stands on it, for that would go with it.</summary>
    public async Task<Reply> UndoAddAsync(Turn turn)
    {
        if (await customers.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false) is not { } customer) return answers.Texts.Private(CustomerTexts.Gone);
        return customer.Revision == turn.Control.Revision && await customers.RemoveAsync(turn.Unit, customer, turn.Author.Id).ConfigureAwait(false)
            ? new Reply.Update(new Card(answers.Texts.Say(CustomerTexts.AddTakenBack, ("name", ReplyValue.Typed(customer.Name)))))
            : new Reply.Private(await cards.ShowAsync(turn, customer, answers.Texts.Say(CustomerTexts.Stale)).ConfigureAwait(false));
    }

    private async Task<Reply> EditAsync(Turn turn, Customer customer)
    {
        if (turn.Value("action") == CustomerCommands.Level && turn.Value("level") is null) return answers.Missing(turn, "the level", "level", "gold");
        var (wanted, problem, leftOut) = await ReadAsync(turn, customer).ConfigureAwait(false);
        if (problem is not null) return problem;
        var isChanged = wanted != customer;
        if (isChanged && !await changer.SaveAsync(turn.Unit, customer, wanted).ConfigureAwait(false)) return answers.Texts.Private(CustomerTexts.Stale);
        if (turn.Value("note") is { } note) await customers.AddNoteAsync(turn.Unit, customer.Id, turn.Author.Id, note).ConfigureAwait(false);
        var card = await cards.ShowAsync(
            turn,
            wanted,
            [answers.Texts.Say(isChanged || turn.Value("note") is not null ? CustomerTexts.Changed : CustomerTexts.Unchanged), .. answers.LeftOut(turn, leftOut)]).ConfigureAwait(false);
        return new Reply.Private(card with { Controls = card.Controls.AddRange(CustomerEdit.Undo(customer, wanted)) });
    }

    /// <summary>While nobody has changed the customer since. What was noted with it stays noted.</summary>
    public async Task<Reply> UndoEditAsync(Turn turn)
    {
        if (await customers.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false) is not { } customer) return answers.Texts.Private(CustomerTexts.Gone);
        var back = CustomerEdit.Back(customer, turn.Control.Extra);
        // Level and tier are an owner's to say, also when they go back.
        if ((back.Level, back.Tier) != (customer.Level, customer.Tier) && Policy.Decide(turn.Actor, new Act.ChangeCustomer()) is Verdict.Refused)
        {
            return new Reply.Private(await cards.ShowAsync(turn, customer, [.. answers.LeftOut(turn, leftOut: true)]).ConfigureAwait(false));
        }

        if (customer.Revision != turn.Control.Revision || !await changer.SaveAsync(turn.Unit, customer, back).ConfigureAwait(false))
        {
            return new Reply.Private(await cards.ShowAsync(turn, customer, answers.Texts.Say(CustomerTexts.Stale)).ConfigureAwait(false));
        }

        var card = await cards.ShowAsync(turn, back, answers.Texts.Say(CustomerTexts.EditTakenBack)).ConfigureAwait(false);
        return new Reply.Update(card with { Controls = card.Controls.AddRange(CustomerEdit.Undo(customer, back)) });
    }

    private async Task<Reply> NoteAsync(Turn turn, Customer customer)
    {
        if (turn.Value("note") is not { } note) return answers.Missing(turn, "the note", "note", "Kay prefers mail");
        await customers.AddNoteAsync(turn.Unit, customer.Id, turn.Author.Id, note).ConfigureAwait(false);
        return new Reply.Private(await cards.ShowAsync(turn, customer, answers.Texts.Say(CustomerTexts.Noted)).ConfigureAwait(false));
    }

    /// <summary>The customer with the options of the command; or the answer to give instead; and whether something was not the author's to say.</summary>
    private async Task<(Customer Wanted, Reply? Problem, bool LeftOut)> ReadAsync(Turn turn, Customer customer)
    {
        var zone = turn.Value("zone") is { } typed ? ZoneTime.Find(typed)?.Id : customer.Zone;
        if (zone is null && turn.Value("zone") is { } unknown) return (customer, answers.NoZone(turn, unknown), false);
        var mayJudge = Policy.Decide(turn.Actor, new Act.ChangeCustomer()) is Verdict.Allowed;
        var (level, tier) = (turn.Value("level"), CustomerCommands.TierOf(turn.Value("tier")));
        var wanted = customer with
        {
            Zone = zone,
            Contact = turn.Value("contact") ?? customer.Contact,
            Level = mayJudge && level is not null ? LevelNamed(level) : customer.Level,
            Tier = mayJudge && tier is { } said ? said : customer.Tier,
        };
        var noLevel = wanted.Level == customer.Level ? null : await answers.NoLevelAsync(turn, wanted.Level).ConfigureAwait(false);
        return (wanted, noLevel, !mayJudge && (level is not null || tier is not null));
    }

    private static string LevelNamed(string typed) => typed.Equals("none", StringComparison.OrdinalIgnoreCase) ? "" : LevelBook.NameOf(typed);
}
