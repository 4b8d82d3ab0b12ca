using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Triage;

/// <summary><c>/pin</c>: the owner's own order for one logical day (rule O5).</summary>
internal sealed class PinHandlers(OwnOrderStore orders, TaskPeopleStore peopleStore, ReplyTexts texts)
{
    /// <summary>What a day can hold; their numbers also have to fit into the id of a button.</summary>
    private const int MostPinned = 10;

    private const int LongestId = 60;

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public async Task<Reply> PinAsync(Turn turn)
    {
        var today = await TodayAsync(turn).ConfigureAwait(false);
        var before = await orders.FindAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, today).ConfigureAwait(false);
        if (turn.Value("tasks") is not { } typed) return new Reply.Private(await ShowAsync(turn, before).ConfigureAwait(false));
        if (Read(typed) is not { } wanted) return texts.Private(TriageTexts.Numbers, ("typed", ReplyValue.Typed(typed)));
        var open = await orders.TasksAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, wanted).ConfigureAwait(false);
        var others = wanted.Numbers.Except(open.Select(task => task.Number)).Select(number => $"#{number}").ToList();
        if (others.Count > 0)
        {
            return texts.Private(TriageTexts.NotYoursToPin, ("numbers", ReplyValue.Words(string.Join(", ", others))));
        }

        await orders.SaveAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, today, wanted).ConfigureAwait(false);
        var card = await ShowAsync(turn, wanted).ConfigureAwait(false);
        return new Reply.Private(before == wanted ? card : card with { Controls = [Undo(today, before, wanted)] });
    }

    public async Task<Reply> UndoAsync(Turn turn)
    {
        var today = await TodayAsync(turn).ConfigureAwait(false);
        var now = await orders.FindAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, today).ConfigureAwait(false);
        if (DateOf(turn.Control.Item) != today) return new Reply.Update(new Card(texts.Say(TriageTexts.DayOver)));
        var shown = await ShowAsync(turn, now).ConfigureAwait(false);
        if (MarkOf(now) != turn.Control.Revision)
        {
            return new Reply.Update(new Card(RichText.Lines(texts.Say(TriageTexts.PinChanged), shown.Text)));
        }

        var before = OwnOrder.Parse(turn.Control.Extra);
        await orders.SaveAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, today, before).ConfigureAwait(false);
        return new Reply.Update((await ShowAsync(turn, before).ConfigureAwait(false)) with { Controls = [Undo(today, now, before)] });
    }

    private static OwnOrder? Read(string typed)
    {
        if (typed.Equals("none", StringComparison.OrdinalIgnoreCase)) return OwnOrder.None;
        var numbers = typed.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => long.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .ToList();
        var order = new OwnOrder([.. numbers]);
        return numbers.Count is 0 or > MostPinned || numbers.Contains(0) || numbers.Distinct().Count() < numbers.Count || order.ToString().Length > LongestId ? null : order;
    }

    private async Task<LocalDate> TodayAsync(Turn turn) =>
        (await peopleStore.LoadAsync(turn.Unit).ConfigureAwait(false)).CalendarOf(turn.Author.Id).Today(turn.Now);

    private async Task<Card> ShowAsync(Turn turn, OwnOrder order)
    {
        var pinned = await orders.TasksAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, order).ConfigureAwait(false);
        if (pinned.Count == 0) return new Card(texts.Say(TriageTexts.None));
        var lines = pinned.Select((task, index) =>
            texts.Say(TriageTexts.PinLine, ("place", index + 1), ("number", task.Number), ("what", Say.Title(task.What))));
        return new Card(texts.Say(TriageTexts.Pinned, ("tasks", RichText.Lines(lines))));
    }

    private static Button Undo(LocalDate day, OwnOrder before, OwnOrder after) => new(
        new ControlId(TriageVerbs.PinUndo, long.Parse(DatePattern.Format(day), CultureInfo.InvariantCulture), MarkOf(after), before.ToString()).ToString(),
        "Undo");

    private static LocalDate? DateOf(long digits) =>
        DatePattern.Parse(digits.ToString(CultureInfo.InvariantCulture)) is { Success: true } date ? date.Value : null;

    /// <summary>Tells one order from another: 63 bits of FNV-1a over its numbers, the same for ever.</summary>
    private static long MarkOf(OwnOrder order) =>
        (long)(order.Numbers.Aggregate(14695981039346656037UL, (mark, number) => unchecked((mark ^ (ulong)number) * 1099511628211UL)) >> 1);
}
