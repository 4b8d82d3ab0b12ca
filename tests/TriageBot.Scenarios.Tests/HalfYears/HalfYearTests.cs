using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using TriageBot.Simulate;
using TriageBot.Testing;
using TriageBot.Testing.HalfYears;

namespace TriageBot.Scenarios.Tests.HalfYears;

/// <summary>Half a year of customer matters and promises against a count of minutes and of what was done (rules C1–C4, C6, C9, T7, W1–W3).</summary>
public sealed class HalfYearTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly string[] Warnings = ["four fifths of that time are over", "LATE: ", "was told and has not taken it", "NOBODY ANSWERED"];

    [Fact]
    public async Task Every_clock_and_promise_of_half_a_year_ends_as_counted_nobody_is_warned_at_night_and_what_nobody_answered_ends_visibly()
    {
        var (team, ledger) = await HalfYear.PlayAsync();
        await using var closing = team;
        var kept = await ReadAsync(team.DatabaseFile);
        var counted = new CountedClocks(ledger);
        var all = ledger.Matters.SelectMany(matter => counted.Of(matter).Select(clock => (matter.Number, Clock: clock))).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(Table(ledger, all.Select(each => each.Clock), team));

        Assert.Equal(26 * 30, ledger.Matters.Count);
        Assert.Equal(ledger.Matters.Count, ledger.Matters.Select(matter => matter.Number).Distinct().Count());
        Assert.Equal(all.Select(each => (each.Number, each.Clock.Kind, each.Clock.Ordinal)).Order(), kept.Keys.Order());
        Assert.All(all, each => Assert.Equal(each.Clock, kept[(each.Number, each.Clock.Kind, each.Clock.Ordinal)]));

        Assert.Equal(26 * 5, ledger.Book.Promises.Count);
        Assert.Contains(ledger.Book.TallyAt(ledger.EndsAt), ledger.Tally, StringComparison.Ordinal);

        var warnings = team.Shown.Where(shown => shown is { Kind: ShownKind.Post, OnlyFor: not null } && Warnings.Any(warning => shown.Text.Contains(warning, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(warnings);
        Assert.All(warnings, warning => Assert.True(IsWorkingTime(warning.At), $"{warning.At.InZone(Oslo)} to {warning.To}: {warning.Text}"));

        // The first warning of a matter goes to whoever is on duty then.
        var first = warnings.Where(warning => warning.Text.Contains(Warnings[0], StringComparison.Ordinal) && warning.Text.Contains("hear from a person", StringComparison.Ordinal)).DistinctBy(warning => warning.Item).ToList();
        Assert.NotEmpty(first);
        Assert.All(first, warning => Assert.True(warning.IsAddressedTo(HalfYear.OnDutyAt(warning.At)), $"{warning.At.InZone(Oslo)} to {warning.To}: {warning.Text}"));

        // Once all owners were told and a week went by, whoever asked knows that nobody answered.
        var forgotten = ledger.Matters.Where(matter => matter.IsForgotten && matter.Steps.Count > 1).ToList();
        Assert.NotEmpty(forgotten);
        Assert.All(forgotten, matter => Assert.Single(warnings, warning => warning.Item == matter.Number
            && warning.IsAddressedTo(matter.Requester) && warning.Text.StartsWith("NOBODY ANSWERED", StringComparison.Ordinal)));
    }

    private static bool IsWorkingTime(Instant at)
    {
        var local = at.InZone(Oslo).LocalDateTime;
        return local.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && local.Hour is >= 9 and < 17;
    }

    /// <summary>The bot's own clocks, as it left them.</summary>
    private static async Task<Dictionary<(long Number, string Kind, int Ordinal), CountedClock>> ReadAsync(string databaseFile)
    {
        await using var connection = new SqliteConnection($"Data Source={databaseFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select number, kind, ordinal, used_ms, breached_at, ended_at is not null from escalation_clocks";
        await using var reader = await command.ExecuteReaderAsync();
        var clocks = new Dictionary<(long Number, string Kind, int Ordinal), CountedClock>();
        while (await reader.ReadAsync())
        {
            var clock = new CountedClock(
                reader.GetString(1),
                reader.GetInt32(2),
                reader.GetBoolean(5) ? (int)(reader.GetInt64(3) / 60_000) : 0,
                reader.IsDBNull(4) ? null : Instant.FromUnixTimeMilliseconds(reader.GetInt64(4)),
                reader.GetBoolean(5));
            clocks[(reader.GetInt64(0), clock.Kind, clock.Ordinal)] = clock;
        }

        return clocks;
    }

    private static string Table(HalfYearLedger ledger, IEnumerable<CountedClock> clocks, Team team)
    {
        var lines = clocks.GroupBy(clock => clock.Kind).Select(kind => string.Create(
            CultureInfo.InvariantCulture,
            $"{kind.Key,-12} {kind.Count(),5} · kept {kind.Count(clock => clock is { IsEnded: true, BreachedAt: null }),5} · late {kind.Count(clock => clock.BreachedAt is not null),5} · open in time {kind.Count(clock => clock is { IsEnded: false, BreachedAt: null }),4}"));
        return string.Join(
            Environment.NewLine,
            [
                .. lines,
                $"{ledger.Matters.Count} matters, {ledger.Matters.Count(matter => matter.IsForgotten)} of them never answered; {ledger.LevelChanges.Count} changes of level, {ledger.Closures.Count} holidays",
                $"{ledger.Book.Promises.Count} promises: {ledger.Book.TallyAt(ledger.EndsAt)}",
                .. Warnings.Select(warning => $"\"{warning}\": {team.Shown.Count(shown => shown.OnlyFor is not null && shown.Text.Contains(warning, StringComparison.Ordinal))} messages"),
            ]);
    }
}
