using Microsoft.Data.Sqlite;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Review;

/// <summary>What is stored of a task's days; no message shows every carry.</summary>
internal static class Carries
{
    public static async Task<long> OfAsync(Team team, long number) => (long)(await ReadAsync(team, "carry_count", number))!;

    public static async Task<string?> DoDayAsync(Team team, long number) => await ReadAsync(team, "do_on", number) as string;

    private static async Task<object?> ReadAsync(Team team, string column, long number)
    {
        await using var connection = new SqliteConnection($"Data Source={team.DatabaseFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select {column} from tasks where number = $number";
        command.Parameters.AddWithValue("$number", number);
        return await command.ExecuteScalarAsync();
    }
}
