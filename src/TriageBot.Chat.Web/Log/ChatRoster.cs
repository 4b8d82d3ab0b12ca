using Dapper;
using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Log;

/// <summary>Who and what is in the chat's workspace.</summary>
/// <param name="Run">Makes event ids that no earlier run has given: the Unix time of the opening, in milliseconds, or one more than the run before it.</param>
internal sealed record ChatRoster(
    IReadOnlyList<Author> People,
    IReadOnlyList<MemberId> Owners,
    IReadOnlyList<ChannelSeen> Channels,
    long Run)
{
    public static ChatRoster From(LocalChatOptions options) => new(options.People, options.Owners, options.Channels, Run: 1);

    /// <summary>
    /// Reads the roster, after filling a new file from the options, and begins a run. What it gives out begins at the time, beyond what the file remembers: the bot keeps ids of
    /// messages and events in a database of its own, and a file that was begun anew, or put back from a backup, would give them again.
    /// </summary>
    /// <param name="now">Unix time in milliseconds. No chat posts a thousand messages a second for as long as it lives, so that sequences stay behind it.</param>
    public static ChatRoster Open(ChatFile file, LocalChatOptions options, long now)
    {
        var isNew = file.Prepare();
        using var connection = file.Connect();
        using var transaction = connection.BeginTransaction();
        if (isNew)
        {
            connection.Execute("insert into workspace (id, runs) values (@Value, 0)", options.WorkspaceId, transaction);
            connection.Execute(
                "insert into person (id, name, is_admin, is_owner, sequence) values (@Id, @Name, @IsAdmin, @IsOwner, 0)",
                options.People.Select(person => new { Id = person.Id.Value, person.Name, person.IsAdmin, IsOwner = options.Owners.Contains(person.Id) }),
                transaction);
            connection.Execute("insert into channel (id, name) values (@Id, @Name)", options.Channels, transaction);
        }

        var run = connection.ExecuteScalar<long>(
            "update workspace set runs = max(runs + 1, @now), last_sequence = max(last_sequence, @now) returning runs", new { now }, transaction);
        var people = connection.Query<PersonRow>("select id, name, is_admin as IsAdmin, is_owner as IsOwner from person order by rowid", transaction: transaction).AsList();
        var channels = connection.Query<ChannelRow>("select id, name from channel order by rowid", transaction: transaction);
        transaction.Commit();
        return new ChatRoster(
            [.. people.Select(row => new Author(new MemberId(row.Id), row.Name, row.IsAdmin))],
            [.. people.Where(row => row.IsOwner).Select(row => new MemberId(row.Id))],
            [.. channels.Select(row => new ChannelSeen(row.Id, row.Name))],
            run);
    }

    private sealed class PersonRow
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public bool IsAdmin { get; init; }

        public bool IsOwner { get; init; }
    }

    private sealed class ChannelRow
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";
    }
}
