using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TriageBot.Testing.Quarters;

/// <summary>What a simulated quarter asked of the bot, kept beside the bot: the numbers of its receipts.</summary>
public sealed class QuarterLedger
{
    public HashSet<long> Urgent { get; } = [];

    public HashSet<long> Tasks { get; } = [];

    public HashSet<long> Someday { get; } = [];

    /// <summary>Asked again with the same words; merged, so without a number of their own.</summary>
    public int Repeated { get; set; }

    /// <summary>By number: what the owner wrote to whoever asked, once.</summary>
    public Dictionary<long, string> Words { get; } = [];

    public int LoggedMinutes { get; set; }

    public int Asked => Urgent.Count + Tasks.Count + Someday.Count;
}

/// <summary>Where one asked item ended.</summary>
public sealed record QuarterFate(long Number, bool WasUrgent, string Fate, long Carries);

/// <summary>What the bot's own rows say at the end, item by item.</summary>
public sealed class QuarterBalance(IReadOnlyList<QuarterFate> fates, IReadOnlyDictionary<string, long> counts)
{
    public IReadOnlyList<QuarterFate> Fates { get; } = fates;

    /// <summary>Rows of tables that are counted as a whole.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; } = counts;

    /// <summary>Every item as often as it stands anywhere: an urgent message that became a task is one item, and its fate is the task's.</summary>
    public static async Task<QuarterBalance> ReadAsync(string databaseFile)
    {
        await using var connection = new SqliteConnection($"Data Source={databaseFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var fates = new List<QuarterFate>();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            select number, 1, case when state in ('Today', 'Scheduled', 'Delegated', 'Someday') then 'task' else state end, 0 from urgent_messages
            union all
            select t.number, exists (select 1 from urgent_messages u where u.number = t.number),
              case when t.state = 'Open' and t.carry_count > 0 then 'Carried' else t.state end, t.carry_count from tasks t
            """;
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) fates.Add(new QuarterFate(reader.GetInt64(0), reader.GetInt64(1) == 1, reader.GetString(2), reader.GetInt64(3)));
        }

        var counts = new Dictionary<string, long>
        {
            ["agendas"] = await CountAsync(connection, "select count(*) from agendas where outcome <> 'Skipped'"),
            ["reviews"] = await CountAsync(connection, "select count(*) from reviews where outcome <> 'Quiet'"),
            ["minutes"] = await CountAsync(connection, "select coalesce(sum(minutes), 0) from time_entries where state = 'Kept'"),
            ["waiting"] = await CountAsync(connection, "select count(*) from outbox where state <> 'sent'"),
        };
        return new QuarterBalance(fates, counts);
    }

    /// <summary>The table of what was asked and where it is now.</summary>
    public string Table(QuarterLedger ledger)
    {
        var ends = Fates.Where(fate => fate.Fate != "task").GroupBy(fate => fate.Fate).ToDictionary(group => group.Key, group => group.ToList());
        var lines = new List<string> { Row("", "urgent", "tasks", "all") };
        lines.Add(Row("asked", ledger.Urgent.Count, ledger.Tasks.Count + ledger.Someday.Count, ledger.Asked));
        foreach (var end in ends.OrderBy(end => end.Key, StringComparer.Ordinal))
        {
            lines.Add(Row(end.Key.ToLowerInvariant(), end.Value.Count(fate => fate.WasUrgent), end.Value.Count(fate => !fate.WasUrgent), end.Value.Count));
        }

        var all = ends.Values.SelectMany(fates => fates).ToList();
        lines.Add(Row("sum", all.Count(fate => fate.WasUrgent), all.Count(fate => !fate.WasUrgent), all.Count));
        lines.Add($"asked again and merged {ledger.Repeated}, minutes logged {Counts["minutes"]}, agendas {Counts["agendas"]}, reviews asked {Counts["reviews"]}");
        return string.Join(Environment.NewLine, lines);
    }

    private static string Row(string name, params object[] cells) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-12}") + string.Concat(cells.Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell,8}")));

    private static async Task<long> CountAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}
