using TriageBot.Core.Chat;
using TriageBot.Features.Records;
using TriageBot.Storage;

namespace TriageBot.Features.Export;

/// <summary>Reads whole tables of one workspace.</summary>
public sealed class ExportStore
{
    /// <summary>In the order of what tells the rows apart, so that the same rows make the same file.</summary>
    /// <returns>Values by column.</returns>
    public async Task<IReadOnlyList<IDictionary<string, object?>>> RowsAsync(DbSession db, WorkspaceId workspace, RecordTable table)
    {
        var columns = string.Join(", ", table.Columns.Select(column => $"\"{column}\""));
        var order = string.Join(", ", (table.Keys.IsEmpty ? table.Columns : table.Keys).Select(column => $"\"{column}\""));
        var rows = await db.QueryAsync<object>(
            $"select {columns} from {table.Name} where {table.Workspace} = @workspace order by {order}",
            new { workspace = workspace.Value }).ConfigureAwait(false);
        return [.. rows.Cast<IDictionary<string, object?>>()];
    }
}
