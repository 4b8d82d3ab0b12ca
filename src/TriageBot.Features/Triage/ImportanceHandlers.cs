using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Triage;

/// <summary><c>/important</c>: what an owner lists once and for all, applied at once to what nobody has judged yet (rule O1).</summary>
internal sealed class ImportanceHandlers(ImportanceStore rules, TaskStore tasks, ReplyTexts texts)
{
    private const string Added = "+";
    private const string Removed = "-";

    public async Task<Reply> ImportantAsync(Turn turn)
    {
        var asked = Asked(turn);
        var removes = turn.Value("remove") == "yes";
        var lines = new List<RichText>();
        var controls = new List<Control>();
        if (asked.Count == 0 && removes) lines.Add(texts.Say(TriageTexts.NothingToRemove));
        foreach (var rule in asked)
        {
            var (line, undo) = removes ? await RemoveAsync(turn, rule).ConfigureAwait(false) : await AddAsync(turn, rule).ConfigureAwait(false);
            lines.Add(line);
            if (undo) controls.Add(Undo(rule, removes ? Removed : Added, turn.Now, isNamed: asked.Count > 1));
        }

        lines.Add(await ListAsync(turn).ConfigureAwait(false));
        return new Reply.Private(new Card(RichText.Lines(lines), [.. controls]));
    }

    /// <summary>Takes a rule back with all it judged, or lists one again.</summary>
    public async Task<Reply> UndoAsync(Turn turn)
    {
        if (turn.Control.Extra is not [var sign, var kind, .. var subject]) return Reply.Nothing.Instance;
        var rule = new ImportanceRule(kind == 'c' ? ImportanceKind.Customer : ImportanceKind.Value, subject);
        var at = Instant.FromUnixTimeMilliseconds(turn.Control.Revision);
        var isLate = turn.Now - at > TaskRules.UndoTime;
        var line = (isLate, sign.ToString()) switch
        {
            (true, var done) => texts.Say(TriageTexts.UndoTooLate, ("subject", SubjectOf(rule)), ("instead", ReplyValue.Typed(Line(rule, remove: done == Added)))),
            (false, Added) => await TakeBackAsync(turn, rule, at).ConfigureAwait(false),
            _ => (await AddAsync(turn, rule).ConfigureAwait(false)).Line,
        };
        return new Reply.Update(new Card(RichText.Lines(line, await ListAsync(turn).ConfigureAwait(false))));
    }

    private static List<ImportanceRule> Asked(Turn turn)
    {
        var asked = new List<ImportanceRule>();
        if (turn.Value("customer") is { } customer) asked.Add(new ImportanceRule(ImportanceKind.Customer, customer));
        if (turn.Value("value") is { } value) asked.Add(new ImportanceRule(ImportanceKind.Value, value));
        return asked;
    }

    private async Task<(RichText Line, bool CanUndo)> AddAsync(Turn turn, ImportanceRule rule)
    {
        if (!await rules.AddAsync(turn.Unit, turn.Author.Id, rule).ConfigureAwait(false))
        {
            return (texts.Say(TriageTexts.ListedAlready, ("subject", SubjectOf(rule))), false);
        }

        var judged = 0;
        foreach (var task in await tasks.OpenAsync(turn.Db, turn.Workspace.Id, turn.Author.Id).ConfigureAwait(false))
        {
            if (task.IsImportant is not null || ImportanceRules.Judge(task, [rule]) is not { } important) continue;
            var whole = await tasks.FindAsync(turn.Db, turn.Workspace.Id, task.Number).ConfigureAwait(false) ?? task;
            var changed = whole with { IsImportant = important, Revision = whole.Revision + 1 };
            if (await tasks.SaveAsync(turn.Unit, changed, TaskChangeKind.JudgedByRule, turn.Author.Id).ConfigureAwait(false)) judged++;
        }

        return (texts.Say(TriageTexts.Listed, ("subject", SubjectOf(rule)), ("count", judged)), true);
    }

    private async Task<(RichText Line, bool CanUndo)> RemoveAsync(Turn turn, ImportanceRule rule) =>
        await rules.RemoveAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, rule).ConfigureAwait(false)
            ? (texts.Say(TriageTexts.Removed, ("subject", SubjectOf(rule))), true)
            : (texts.Say(TriageTexts.NotListed, ("subject", SubjectOf(rule))), false);

    private async Task<RichText> TakeBackAsync(Turn turn, ImportanceRule rule, Instant at)
    {
        // Listed again since, or gone already: then this is about another rule, and nothing is taken back (rule X4).
        if (await rules.FindAddedAtAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, rule).ConfigureAwait(false) != at)
        {
            return texts.Say(TriageTexts.NotListed, ("subject", SubjectOf(rule)));
        }

        await rules.RemoveAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, rule).ConfigureAwait(false);
        var judged = await rules.JudgedAtAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, at).ConfigureAwait(false);
        var taken = 0;
        foreach (var number in judged)
        {
            if (await tasks.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is not { } task || !rule.Matches(task)) continue;
            var untriaged = task with { IsImportant = null, Revision = task.Revision + 1 };
            if (await tasks.SaveAsync(turn.Unit, untriaged, TaskChangeKind.Undone, turn.Author.Id).ConfigureAwait(false)) taken++;
        }

        return texts.Say(TriageTexts.TakenBack, ("subject", SubjectOf(rule)), ("count", taken));
    }

    private async Task<RichText> ListAsync(Turn turn)
    {
        var all = await rules.OfAsync(turn.Db, turn.Workspace.Id, turn.Author.Id).ConfigureAwait(false);
        if (all.Count == 0) return texts.Say(TriageTexts.NoRules);
        var subjects = all.Select(SubjectOf).Aggregate((list, next) => list.Then(" · ").Then(next));
        return texts.Say(TriageTexts.Rules, ("subjects", subjects));
    }

    private RichText SubjectOf(ImportanceRule rule) => rule.Kind == ImportanceKind.Customer
        ? texts.Say(TriageTexts.OfCustomer, ("customer", Say.Title(rule.Subject)))
        : texts.Say(TriageTexts.OfValue, ("value", ReplyValue.Typed(rule.Subject)));

    private static string Line(ImportanceRule rule, bool remove)
    {
        var values = new Dictionary<string, string> { [rule.Kind == ImportanceKind.Customer ? "customer" : "value"] = rule.Subject };
        if (remove) values["remove"] = "yes";
        return CommandPrinter.Print(TriageCommands.Important, values);
    }

    private static Button Undo(ImportanceRule rule, string sign, Instant now, bool isNamed)
    {
        var extra = sign + (rule.Kind == ImportanceKind.Customer ? 'c' : 'v') + rule.Subject;
        return new Button(
            new ControlId(TriageVerbs.ImportantUndo, Revision: now.ToUnixTimeMilliseconds(), Extra: extra).ToString(),
            isNamed ? Say.Shorten($"Undo {rule.Subject}", 80) : "Undo");
    }
}
