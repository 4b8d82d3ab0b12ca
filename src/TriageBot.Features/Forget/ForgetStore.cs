using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Forget;
using TriageBot.Features.Duty;
using TriageBot.Features.Escalations;
using TriageBot.Features.Promises;
using TriageBot.Features.Records;
using TriageBot.Features.Timers;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;
using TriageBot.Storage.Migrations;

namespace TriageBot.Features.Forget;

/// <summary>
/// Erases by what <see cref="RecordTables"/> say of each table. Each table is walked once: members stand in dozens of columns, and an index for each would cost every day what is needed once a year.
/// </summary>
internal sealed class ForgetStore(TimerStore timers)
{
    /// <summary>What is compared or followed, rather than read, becomes nothing.</summary>
    private static readonly string[] Blanked = ["same_text", "link", "if_it_waits", "detail", "contact", "message_id"];

    private static readonly string[] ItemTimers =
    [
        UrgentTimers.PromiseMoved, EscalationTimers.Clock, EscalationTimers.Rung, EscalationTimers.Acknowledged, EscalationTimers.Wait,
        PromiseSchedule.Half, PromiseSchedule.Last, PromiseSchedule.Due, PromiseSchedule.Told, HandOffs.Timer,
    ];

    private static readonly string Redone = $"'{Redaction.Erased}'";

    /// <summary>False, as a rule: then nobody needs to look for words in messages.</summary>
    public async Task<bool> IsAnythingWaitingAsync(UnitOfWork unit) =>
        await unit.Db.SingleAsync<int>(
            "select count(*) from outbox where workspace_id = @workspace and state in ('pending', 'sending')", new { workspace = unit.Workspace.Id.Value }).ConfigureAwait(false) > 0;

    /// <summary>What a person typed, as it stands in their rows.</summary>
    public async Task<IReadOnlyList<string>> WordsOfAsync(UnitOfWork unit, MemberId member)
    {
        var words = new List<string>();
        foreach (var table in RecordTables.All)
        {
            var authors = Split(table.Authors).Concat(Split(table.Gone)).ToList();
            var typed = table.Of(ColumnKind.Words).Except(["same_text", "link"]).ToList();
            if (authors.Count == 0 || typed.Count == 0) continue;
            foreach (var column in typed)
            {
                words.AddRange(await unit.Db.QueryAsync<string>(
                    $"select distinct {column} from {table.Name} where workspace_id = @workspace and {column} <> '' and ({IsAny(authors)})", Keys(unit, member)).ConfigureAwait(false));
            }
        }

        return words;
    }

    /// <summary>Rows that are theirs go, words of theirs are erased, and wherever else they stand there stands a former member.</summary>
    public async Task ErasePersonAsync(UnitOfWork unit, MemberId member)
    {
        await unit.Db.ExecuteAsync(
            """
            delete from satisfaction where workspace_id = @workspace and member_id = @former
              and number in (select number from satisfaction where workspace_id = @workspace and member_id = @id)
            """,
            Keys(unit, member)).ConfigureAwait(false);
        await unit.Db.ExecuteAsync("update customers set contact = '' where workspace_id = @workspace and created_by = @id and revision = 1", Keys(unit, member)).ConfigureAwait(false);
        // A kind of work that nobody else has is a word of theirs; the minutes stay.
        await unit.Db.ExecuteAsync(
            """
            update time_entries set function = 'other' where workspace_id = @workspace and member_id = @id
              and function not in (select t.function from time_entries t where t.workspace_id = @workspace and t.member_id <> @id)
              and not exists (select 1 from owners o where o.workspace_id = @workspace and replace(o.blocks, time_entries.function, '') <> o.blocks)
            """,
            Keys(unit, member)).ConfigureAwait(false);
        foreach (var table in RecordTables.All.OrderBy(table => WorkspaceTables.LastMadeFirst.IndexOf(table.Name)))
        {
            if (table.Gone.Length > 0)
            {
                await unit.Db.ExecuteAsync($"delete from {table.Name} where {table.Workspace} = @workspace and ({IsAny(Split(table.Gone))})", Keys(unit, member)).ConfigureAwait(false);
            }

            var members = table.Of(ColumnKind.Member).Except(Split(table.Gone)).ToList();
            if (members.Count == 0) continue;
            var erased = Split(table.Words).Select(column => $"{column} = case when {column} = '' or not ({IsAny(Split(table.Authors))}) then {column} else {Instead(column)} end");
            var renamed = members.Select(column => $"{column} = case when {column} = @id then @former else {column} end");
            await unit.Db.ExecuteAsync(
                $"update {table.Name} set {string.Join(", ", erased.Concat(renamed))} where {table.Workspace} = @workspace and ({IsAny(members)})", Keys(unit, member)).ConfigureAwait(false);
        }
    }

    /// <summary>Texts of the bot and the program in which somebody may stand.</summary>
    public async Task ScrubAsync(UnitOfWork unit, Redaction redaction, IReadOnlyCollection<string> names)
    {
        foreach (var table in RecordTables.All.Where(table => table.Name is not ("members" or "inbox" or "timers")))
        {
            foreach (var column in table.Of(ColumnKind.Sentence, ColumnKind.Members).Where(column => column is not ("card" or "key")))
            {
                foreach (var name in names.Where(name => name.Length > 0))
                {
                    var texts = await unit.Db.QueryAsync<string>(
                        $"select distinct {column} from {table.Name} where {table.Workspace} = @workspace and replace({column}, @name, '') <> {column}",
                        new { workspace = unit.Workspace.Id.Value, name }).ConfigureAwait(false);
                    foreach (var text in texts)
                    {
                        await unit.Db.ExecuteAsync(
                            $"update {table.Name} set {column} = @after where {table.Workspace} = @workspace and {column} = @text",
                            new { workspace = unit.Workspace.Id.Value, text, after = redaction.Of(text) }).ConfigureAwait(false);
                    }
                }
            }
        }
    }

    /// <summary>Places that are a member's own: nothing is sent there any more.</summary>
    public async Task ClosePlacesAsync(UnitOfWork unit, MemberId member)
    {
        var keys = new { workspace = unit.Workspace.Id.Value, direct = new Destination.Direct(member).ToString() };
        foreach (var table in (string[])["outbox", "refused_places", "level_cards"])
        {
            await unit.Db.ExecuteAsync($"delete from {table} where workspace_id = @workspace and destination = @direct", keys).ConfigureAwait(false);
        }

        // The local chat adds to its event ids who acted.
        await unit.Db.ExecuteAsync("delete from inbox where workspace_id = @workspace and event_id like '%/' || @id", Keys(unit, member)).ConfigureAwait(false);
        await unit.Db.ExecuteAsync("update escalations set card_to = '' where workspace_id = @workspace and card_to = @direct", keys).ConfigureAwait(false);
        await unit.Db.ExecuteAsync("delete from cards where workspace_id = @workspace and replace(card_key, @direct, '') <> card_key", keys).ConfigureAwait(false);
    }

    /// <summary>Whatever was answered and sent may hold anything: all of it becomes blank. A repeated event is still known, and is answered with nothing.</summary>
    public async Task BlankMessagesAsync(UnitOfWork unit, Redaction redaction)
    {
        await unit.Db.ExecuteAsync(
            "update inbox set reply = @nothing where workspace_id = @workspace",
            new { workspace = unit.Workspace.Id.Value, nothing = ChatJson.Write(Reply.Nothing.Instance) }).ConfigureAwait(false);
        await unit.Db.ExecuteAsync(
            "update outbox set card = @erased where workspace_id = @workspace and state in ('sent', 'failed')",
            new { workspace = unit.Workspace.Id.Value, erased = ChatJson.Write(new Card(RichText.Plain(Redaction.Erased))) }).ConfigureAwait(false);
        var waiting = await unit.Db.QueryAsync<Waiting>(
            "select key, card from outbox where workspace_id = @workspace and state in ('pending', 'sending')", new { workspace = unit.Workspace.Id.Value }).ConfigureAwait(false);
        foreach (var row in waiting)
        {
            var card = ChatJson.Write(redaction.Of(ChatJson.ReadCard(row.Card)));
            if (card == row.Card) continue;
            await unit.Db.ExecuteAsync(
                "update outbox set card = @card where workspace_id = @workspace and key = @key", new { workspace = unit.Workspace.Id.Value, key = row.Key, card }).ConfigureAwait(false);
        }
    }

    /// <summary>Timers of a member: their key is, or holds, the id.</summary>
    public async Task RemoveTimersAsync(UnitOfWork unit, MemberId member)
    {
        // An item's number may be somebody's id in the local chat.
        var keys = await unit.Db.QueryAsync<string>(
            "select distinct key from timers where workspace_id = @workspace and replace(key, @id, '') <> key", Keys(unit, member)).ConfigureAwait(false);
        foreach (var key in keys.Where(key => key.Split('|', ' ').Contains(member.Value) && !(key.Length < 15 && long.TryParse(key, out _))))
        {
            await unit.Db.ExecuteAsync("delete from timers where workspace_id = @workspace and key = @key", new { workspace = unit.Workspace.Id.Value, key }).ConfigureAwait(false);
        }
    }

    /// <summary>Timers of items. Entries of time and focuses count for themselves: the same number there is something else.</summary>
    public async Task RemoveTimersAsync(UnitOfWork unit, IEnumerable<long> numbers)
    {
        foreach (var number in numbers)
        {
            foreach (var kind in ItemTimers) await timers.RemoveAsync(unit, kind, number.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        }
    }

    public static string Instead(string column) => Blanked.Contains(column) ? "''" : Redone;

    private static string[] Split(string columns) => RecordTable.Split(columns);

    private static string IsAny(IEnumerable<string> columns) => string.Join(" or ", columns.Select(column => $"coalesce({column}, '') = @id"));

    private static object Keys(UnitOfWork unit, MemberId member) => new { workspace = unit.Workspace.Id.Value, id = member.Value, former = Member.Former.Value };

    private sealed class Waiting
    {
        public string Key { get; init; } = "";

        public string Card { get; init; } = "";
    }
}
