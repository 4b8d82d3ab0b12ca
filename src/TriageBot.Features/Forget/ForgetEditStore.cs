using TriageBot.Core.Chat;
using TriageBot.Core.Forget;

namespace TriageBot.Features.Forget;

/// <summary>What a person typed into the items of others: who typed it stands with the revision that it made, and it stays in the item and its later revisions.</summary>
internal sealed class ForgetEditStore
{
    public async Task<IReadOnlyList<ForgottenEdit>> FindAsync(UnitOfWork unit, MemberId member)
    {
        var keys = new { workspace = unit.Workspace.Id.Value, id = member.Value };
        var titles = await unit.Db.QueryAsync<ForgottenEdit>(
            """
            select 'tasks what' as place, c.number, coalesce(n.what, t.what) as text
            from task_changes c
            join tasks t on t.workspace_id = c.workspace_id and t.number = c.number
            left join task_changes n on n.workspace_id = c.workspace_id and n.number = c.number and n.revision = c.revision + 1
            where c.workspace_id = @workspace and c.changed_by = @id and coalesce(n.what, t.what) <> c.what
            """,
            keys).ConfigureAwait(false);
        var reasons = await unit.Db.QueryAsync<ForgottenEdit>(
            """
            select 'promises reason' as place, v.number, v.reason as text
            from promise_versions v
            left join promise_versions p on p.workspace_id = v.workspace_id and p.number = v.number and p.revision = v.revision - 1
            where v.workspace_id = @workspace and v.changed_by = @id and v.reason <> '' and v.reason <> coalesce(p.reason, '')
            """,
            keys).ConfigureAwait(false);
        var waits = await unit.Db.QueryAsync<ForgottenEdit>(
            "select 'escalations wait_reason' as place, number, detail as text from escalation_events where workspace_id = @workspace and by_id = @id and detail <> ''", keys).ConfigureAwait(false);
        return [.. titles, .. reasons, .. waits];
    }

    public async Task EraseAsync(UnitOfWork unit, IEnumerable<ForgottenEdit> edits)
    {
        foreach (var edit in edits)
        {
            foreach (var (table, column) in edit.Places)
            {
                await unit.Db.ExecuteAsync(
                    $"update {table} set {column} = @erased where workspace_id = @workspace and number = @number and {column} = @text",
                    new { workspace = unit.Workspace.Id.Value, number = edit.Number, text = edit.Text, erased = Redaction.Erased }).ConfigureAwait(false);
            }
        }
    }
}

/// <summary>A text that somebody typed into an item: a row.</summary>
internal sealed class ForgottenEdit
{
    public string Place { get; init; } = "";

    public long Number { get; init; }

    public string Text { get; init; } = "";

    public IReadOnlyList<(string Table, string Column)> Places => Place switch
    {
        "tasks what" => [("tasks", "what"), ("task_changes", "what")],
        "promises reason" => [("promises", "reason"), ("promise_versions", "reason")],
        _ => [("escalations", "wait_reason")],
    };
}
