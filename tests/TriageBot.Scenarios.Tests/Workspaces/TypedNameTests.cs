using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Workspaces;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Workspaces;

/// <summary>People and channels by what somebody typed; on a database of their own, for in the local chat a name is also the id.</summary>
public sealed class TypedNameTests : IAsyncDisposable
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 3, 13, 10, 0);
    private static readonly Workspace Team = new() { Id = new WorkspaceId("team"), Platform = "far", Name = "Team", Zone = "UTC", DayStart = new LocalTime(4, 0) };

    private readonly OwnDatabase database = new(Ten);

    [Theory]
    [InlineData("@élodie", "42")]
    [InlineData("ÉLODIE", "42")]
    [InlineData("42", "42")]
    [InlineData("@elodie", null)]
    public async Task A_member_is_found_without_regard_to_case_and_with_regard_to_accents(string typed, string? id)
    {
        var members = new MemberStore();
        var found = await database.WriteAsync(async db =>
        {
            await new WorkspaceStore().InsertAsync(db, Team, Ten);
            await members.SeenAsync(db, Team.Id, new Author(new MemberId("42"), "Élodie"));
            return await members.FindTypedAsync(db, Team.Id, typed);
        });

        Assert.Equal(id, found?.Id.Value);
    }

    [Fact]
    public async Task A_channel_is_found_without_regard_to_case()
    {
        var workspaces = new WorkspaceStore();
        var found = await database.WriteAsync(async db =>
        {
            await workspaces.InsertAsync(db, Team, Ten);
            await workspaces.ChannelSeenAsync(db, Team.Id, new ChannelSeen("7", "Öffentlich"));
            return await workspaces.FindChannelAsync(db, Team.Id, "#öffentlich");
        });

        Assert.Equal("7", found?.Id);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
