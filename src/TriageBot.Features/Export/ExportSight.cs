using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;

namespace TriageBot.Features.Export;

/// <summary>What the reader of an export sees of private tasks: their own whole, of others neither what it is, nor for whom, nor when (rule A10).</summary>
internal sealed class ExportSight
{
    private static readonly Dictionary<string, string[]> Shown = new()
    {
        ["tasks"] = ["number", "creator_id", "assignee_id", "estimate_minutes", "is_private", "state", "revision"],
        ["task_changes"] = ["number", "revision", "kind", "changed_by", "changed_at", "creator_id", "assignee_id", "estimate_minutes", "is_private", "state"],
        ["task_series"] = ["id"],
        ["series_instances"] = ["series_id", "ordinal", "number"],
        ["time_entries"] = ["number", "member_id", "on_date", "function", "item", "minutes", "started_at", "is_unplanned", "source", "state", "created_at", "revision"],
    };

    private readonly HashSet<long> hidden = [];
    private readonly HashSet<string> series = [];
    private readonly TaskReader reader;

    /// <param name="tasks">Rows of the table of tasks.</param>
    public ExportSight(IEnumerable<IDictionary<string, object?>> tasks, TaskReader reader)
    {
        this.reader = reader;
        foreach (var row in tasks.Where(IsHiddenByItself))
        {
            hidden.Add((long)row["number"]!);
            if (row["series_id"] is string id) series.Add(id);
        }
    }

    public bool Hides(string table, IDictionary<string, object?> row) => table switch
    {
        "tasks" => hidden.Contains((long)row["number"]!),
        "task_changes" => hidden.Contains((long)row["number"]!) || IsHiddenByItself(row),
        "series_instances" => hidden.Contains((long)row["number"]!),
        "task_series" => series.Contains((string)row["id"]!),
        "time_entries" => row["item"] is long item && hidden.Contains(item),
        _ => false,
    };

    public static bool Shows(string table, string column) => Shown[table].Contains(column);

    private bool IsHiddenByItself(IDictionary<string, object?> row) => !TaskSight.IsWholeTo(
        new TaskItem
        {
            IsPrivate = row["is_private"] is 1L,
            CreatorId = new MemberId((string)row["creator_id"]!),
            AssigneeId = new MemberId((string)row["assignee_id"]!),
            RequesterId = row["requester_id"] is string requester ? new MemberId(requester) : null,
        },
        reader);
}
