namespace TriageBot.Scenarios.Tests.Crash;

/// <summary>After fifty kills, what was acknowledged, what is stored and what was posted agree (rules X1, X2, H11).</summary>
public sealed class KillTests : IClassFixture<Ordeal>
{
    private readonly Ordeal ordeal;

    public KillTests(Ordeal ordeal, ITestOutputHelper output)
    {
        this.ordeal = ordeal;
        output.WriteLine(ordeal.Summary);
    }

    private Acknowledged Acknowledged => ordeal.Acknowledged;

    private StoredItems Stored => ordeal.Stored;

    private IEnumerable<Said> Asked => Acknowledged.Urgents.Concat(Acknowledged.Tasks);

    [Fact]
    public void People_at_work_got_ordinary_answers_and_nothing_was_logged()
    {
        Assert.Empty(Acknowledged.Surprises);
        Assert.Equal("", ordeal.Errors);
        Assert.All([Acknowledged.Urgents.Count, Acknowledged.Tasks.Count, Acknowledged.Talk.Count, Acknowledged.Decisions.Count], count => Assert.True(count > 20));
    }

    [Fact]
    public void The_files_are_whole() => Assert.Equal(["ok", "ok"], Stored.Integrity);

    [Fact]
    public void What_was_acknowledged_is_stored_once_under_the_number_that_was_told()
    {
        AssertSame(Acknowledged.Urgents.Select(said => (said.Number, said.Text)), Stored.Urgents.Select(item => ((long?)item.Number, item.What)));
        AssertSame(Acknowledged.Tasks.Select(said => (said.Number, said.Text)), Stored.Tasks.Select(item => ((long?)item.Number, item.What)));
    }

    [Fact]
    public void One_event_never_counts_as_asking_twice() => Assert.All(Stored.Urgents, item => Assert.Equal(1, item.AskedCount));

    [Fact]
    public void No_number_is_given_twice() => Assert.Distinct(Stored.Urgents.Concat(Stored.Tasks).Select(item => item.Number));

    [Fact]
    public void Each_decision_is_kept_and_made_once()
    {
        AssertSame(
            Acknowledged.Decisions.Select(decision => (decision.Number, decision.State)),
            Stored.Urgents.Where(item => item.State != "Held").Select(item => (item.Number, item.State)));
        AssertSame(Acknowledged.Decisions.Select(decision => decision.Number), Stored.Chosen);
    }

    [Fact]
    public void What_was_typed_stands_in_the_chat_once()
    {
        var typed = Asked.Concat(Acknowledged.Talk).Select(said => (said.Person, said.EventId, said.Where));
        AssertSame(typed, ordeal.Seen.Where(seen => seen.Key != "you").SelectMany(seen => seen.Value
            .Where(posted => posted.EventId?.StartsWith(seen.Key + "-", StringComparison.Ordinal) == true)
            .Select(posted => (seen.Key, posted.EventId ?? "", posted.Where))));
    }

    [Fact]
    public void Each_requester_has_one_receipt_for_each_item() => AssertSame(
        Asked.Select(said => (said.Person, said.Where, said.Number)),
        FromBot(place => place.StartsWith("channel:", StringComparison.Ordinal)).Select(seen => (seen.Person, seen.Posted.Where, seen.Posted.Item)));

    [Fact]
    public void Each_requester_is_told_once_about_each_decision()
    {
        var requesters = Acknowledged.Urgents.ToDictionary(said => said.Number ?? 0, said => said.Person);
        var told = FromBot(place => place.StartsWith("direct:", StringComparison.Ordinal)).ToList();
        AssertSame(Acknowledged.Decisions.Select(decision => (requesters[decision.Number], (long?)decision.Number)), told.Select(seen => (seen.Person, seen.Posted.Item)));
        Assert.All(Acknowledged.Decisions.Where(decision => decision.Words is not null), decision =>
            Assert.Contains(told, seen => seen.Posted.Item == decision.Number && seen.Posted.Words.Contains(decision.Words ?? "", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_was_to_be_sent_is_sent_each_as_a_message_of_its_own()
    {
        Assert.All(Stored.Outbox, message => Assert.Equal("sent", message.State));
        AssertSame(
            Stored.Outbox.Where(message => message.Destination != "direct:you").Select(message => message.MessageId),
            FromBot(place => place.StartsWith("direct:", StringComparison.Ordinal)).Select(seen => seen.Posted.Id));
    }

    /// <summary>What teammates see of the bot; the owner's card is edited from message to message.</summary>
    private IEnumerable<(string Person, Posted Posted)> FromBot(Func<string, bool> at) =>
        from seen in ordeal.Seen
        where seen.Key != "you"
        from posted in seen.Value
        where posted.IsFromBot && at(posted.Where)
        select (seen.Key, posted);

    /// <summary>The same values, each as often, in whatever order.</summary>
    private static void AssertSame<T>(IEnumerable<T> expected, IEnumerable<T> actual)
        where T : notnull
    {
        var wanted = expected.CountBy(value => value).ToHashSet();
        var found = actual.CountBy(value => value).ToHashSet();
        Assert.True(wanted.SetEquals(found), $"Missing: {string.Join(", ", wanted.Except(found))}. Too much: {string.Join(", ", found.Except(wanted))}.");
    }
}
