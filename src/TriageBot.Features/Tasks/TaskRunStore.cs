using System.Text;
using Dapper;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Storage;

namespace TriageBot.Features.Tasks;

/// <summary>Which open tasks are meant: everybody's or one member's, ready on a day, perhaps only those that nobody has judged.</summary>
/// <param name="Assignee">Null for everybody's.</param>
internal sealed record OpenTasks(WorkspaceId Workspace, MemberId? Assignee, LocalDate Today, bool OnlyUntriaged = false);

/// <summary>Counts and pages open tasks in the database, by runs of one deadline each.</summary>
internal sealed class TaskRunStore
{
    /// <summary>Behind the deadline, the order of rule O3. A task without a do-day comes last.</summary>
    private const string Place =
        "coalesce(do_on, '9999-12-31'), case value_class when 'Hundred' then 0 when 'One' then 2 else 1 end, created_at, number";

    public Task<IReadOnlyList<TaskGroup>> GroupsAsync(DbSession db, OpenTasks open)
    {
        var (where, parameters) = Where(open);
        return db.QueryAsync<TaskGroup>(
            $"""
             select is_important, may_stop_business, due_on, due_local, due_zone, count(*) as count
             from tasks where {where} group by is_important, may_stop_business, due_on, due_local, due_zone
             """,
            parameters);
    }

    /// <summary>Numbers of a run's tasks in their order.</summary>
    /// <param name="without">Numbers that stand elsewhere.</param>
    public Task<IReadOnlyList<long>> NumbersAsync(DbSession db, OpenTasks open, TaskRun run, IEnumerable<long> without, int skip, int take)
    {
        var (where, parameters) = Where(open, run, without);
        parameters.Add("skip", skip);
        parameters.Add("take", take);
        return db.QueryAsync<long>($"select number from tasks where {where} order by {Place} limit @take offset @skip", parameters);
    }

    /// <summary>How many of a run's tasks stand before one of them.</summary>
    public Task<int> CountBeforeAsync(DbSession db, OpenTasks open, TaskRun run, IEnumerable<long> without, TaskItem task)
    {
        var (where, parameters) = Where(open, run, without);
        parameters.Add("doOn", task.DoOn ?? new LocalDate(9999, 12, 31));
        parameters.Add("value", (int)(task.ValueClass ?? ValueClass.Ten));
        parameters.Add("created", task.CreatedAt);
        parameters.Add("number", task.Number);
        return db.SingleAsync<int>($"select count(*) from tasks where {where} and ({Place}) < (@doOn, @value, @created, @number)", parameters);
    }

    private static (string Where, DynamicParameters Parameters) Where(OpenTasks open, TaskRun? run = null, IEnumerable<long>? without = null)
    {
        var where = new StringBuilder("workspace_id = @workspace and state = 'Open' and (ready_on is null or ready_on <= @today)");
        var parameters = new DynamicParameters();
        parameters.Add("workspace", open.Workspace.Value);
        parameters.Add("today", open.Today);
        if (open.Assignee is { } assignee)
        {
            where.Append(" and assignee_id = @assignee");
            parameters.Add("assignee", assignee.Value);
        }

        if (open.OnlyUntriaged) where.Append(" and is_important is null");
        foreach (var (index, number) in (without ?? []).Index())
        {
            where.Append(System.Globalization.CultureInfo.InvariantCulture, $" and number <> @without{index}");
            parameters.Add($"without{index}", number);
        }

        if (run is not null) where.Append(" and (").AppendJoin(" or ", run.Groups.Select((group, index) => Is(group, index, parameters))).Append(')');
        return (where.ToString(), parameters);
    }

    private static string Is(TaskGroup group, int index, DynamicParameters parameters)
    {
        string[] parts =
        [
            Is("is_important", $"important{index}", group.IsImportant, parameters),
            Is("may_stop_business", $"stops{index}", group.MayStopBusiness, parameters),
            Is("due_on", $"dueOn{index}", group.DueOn, parameters),
            Is("due_local", $"dueLocal{index}", group.DueLocal, parameters),
            Is("due_zone", $"dueZone{index}", group.DueZone, parameters),
        ];
        return $"({string.Join(" and ", parts)})";
    }

    private static string Is(string column, string name, object? value, DynamicParameters parameters)
    {
        if (value is null) return $"{column} is null";
        parameters.Add(name, value);
        return $"{column} = @{name}";
    }
}
