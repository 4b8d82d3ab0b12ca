using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Inbox;
using TriageBot.Simulate;
using TriageBot.Storage;
using TriageBot.Storage.Migrations;
using TriageBot.Storage.Sqlite;

namespace TriageBot.Scenarios.Tests.Inbox;

/// <summary>Events that were handled, on a database of their own, without a chat.</summary>
public sealed class InboxStoreTests : IDisposable
{
    /// <summary>The last version whose table was led by the workspace.</summary>
    private const int LedByWorkspace = 29;

    private static readonly Instant Ten = Instant.FromUtc(2026, 3, 13, 10, 0);
    private static readonly WorkspaceId Team = new("team");
    private static readonly WorkspaceId Other = new("other");

    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-inbox");
    private readonly InboxStore inbox = new();

    private string DataFile => Path.Combine(folder.Path, "inbox.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_handled_before_the_program_was_renewed_is_still_known_and_each_workspace_has_its_own_answer()
    {
        await using (var before = Open(new MigrationSet(MigrationSet.OfThisProgram.All.Take(LedByWorkspace))))
        {
            await HandleAsync(before, Team, "held for the team");
            await HandleAsync(before, Other, "held for the other");
        }

        await using var after = Open(MigrationSet.OfThisProgram);

        Assert.Equal("held for the team", await AnswerAsync(after, Team));
        Assert.Equal("held for the other", await AnswerAsync(after, Other));
        var twice = await Assert.ThrowsAnyAsync<Exception>(() => HandleAsync(after, Team, "held once more"));
        Assert.True(after.IsDuplicateKey(twice));
    }

    [Fact]
    public async Task What_is_older_than_it_needs_to_be_is_forgotten_in_its_own_workspace_only()
    {
        await using var database = Open(MigrationSet.OfThisProgram);
        await HandleAsync(database, Team, "held for the team");
        await HandleAsync(database, Other, "held for the other");

        await WriteAsync(database, db => inbox.ForgetBeforeAsync(db, Team, Ten + Duration.FromSeconds(1)));

        Assert.Null(await AnswerAsync(database, Team));
        Assert.Equal("held for the other", await AnswerAsync(database, Other));
    }

    private SqliteDatabase Open(MigrationSet migrations) => SqliteStartup.Open(DataFile, migrations, Ten);

    private Task HandleAsync(SqliteDatabase database, WorkspaceId workspace, string answer) =>
        WriteAsync(database, db => inbox.InsertAsync(db, workspace, "event 1", new Reply.Private(new Card(RichText.Plain(answer))), Ten));

    private static Task WriteAsync(SqliteDatabase database, Func<DbSession, Task> write) => database.WriteAsync(
        async db =>
        {
            await write(db);
            return true;
        },
        CancellationToken.None);

    private async Task<string?> AnswerAsync(SqliteDatabase database, WorkspaceId workspace) =>
        await database.ReadAsync(db => inbox.FindReplyAsync(db, workspace, "event 1"), CancellationToken.None) is Reply.Private shown ? shown.Card.Text.ToPlainText() : null;
}
