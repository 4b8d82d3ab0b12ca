using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features;
using TriageBot.Features.Outbox;
using TriageBot.Features.Workspaces;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Outbox;

/// <summary>What waits to be sent, and when it is due; on a database of its own, without a chat.</summary>
public sealed class OutboxStoreTests : IAsyncDisposable
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 3, 13, 10, 0);
    private static readonly Workspace Team = new() { Id = new WorkspaceId("team"), Platform = "local" };

    private readonly OwnDatabase database = new(Ten);
    private readonly OutboxStore outbox = new();

    [Fact]
    public async Task A_message_whose_sending_never_ended_is_due_again_with_the_end_of_its_lease_and_sent_under_the_same_key()
    {
        await PostAsync("first", Ten);
        var first = Assert.Single(await ClaimAsync(Ten));

        var leaseEnds = await NextDueAsync();

        Assert.Equal(Ten + Duration.FromSeconds(30), leaseEnds);
        Assert.Empty(await ClaimAsync(Ten + Duration.FromSeconds(29)));
        Assert.Equal(first.Key, Assert.Single(await ClaimAsync(Ten + Duration.FromSeconds(30))).Key);
    }

    [Fact]
    public async Task Those_that_wait_and_those_that_are_sent_again_are_claimed_oldest_first_and_none_twice()
    {
        var later = Ten + Duration.FromMinutes(5);
        await PostAsync("first", Ten);
        var first = Assert.Single(await ClaimAsync(Ten));
        await PostAsync("third", later + Duration.FromMinutes(1));
        await PostAsync("second", later);

        var claimed = await ClaimAsync(later);

        Assert.Equal(first.Key, claimed[0].Key);
        Assert.Equal(2, claimed.Count);
        Assert.Contains("second", claimed[1].Card, StringComparison.Ordinal);
        Assert.Empty(await ClaimAsync(later));
    }

    [Fact]
    public async Task The_next_is_due_with_the_first_that_waits_and_nothing_is_when_all_is_sent()
    {
        Assert.Null(await NextDueAsync());
        await PostAsync("second", Ten + Duration.FromMinutes(5));
        await PostAsync("first", Ten);

        Assert.Equal(Ten, await NextDueAsync());

        foreach (var row in await ClaimAsync(Ten + Duration.FromMinutes(5)))
            await database.WriteAsync(db => outbox.SentAsync(db, row.Key, "m1"));
        Assert.Null(await NextDueAsync());
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Task PostAsync(string text, Instant at) =>
        database.WriteAsync(db => outbox.PostAsync(new UnitOfWork(db, Team, at), new Destination.Channel("team"), new Card(RichText.Plain(text))));

    private Task<IReadOnlyList<OutboxRow>> ClaimAsync(Instant now) => database.WriteAsync(db => outbox.ClaimAsync(db, now));

    private Task<Instant?> NextDueAsync() => database.ReadAsync(outbox.NextDueAsync);
}
