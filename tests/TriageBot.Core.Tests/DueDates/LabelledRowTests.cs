using System.Text.Json;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Tests.DueDates;

/// <summary>Scores the reader on the labelled rows, through the lines that <c>triagebot due --batch</c> reads and writes.</summary>
public sealed class LabelledRowTests(ITestOutputHelper output)
{
    private enum Outcome
    {
        Agree,
        Documented,
        Refused,
        Wrong,
    }

    [Fact]
    public void No_labelled_row_is_read_wrongly_and_most_are_read()
    {
        var scored = LabelledRows.Rows().Select(row => (Row: row, Answer: Answer(row.Input, row.Ref, row.Zone, row.Order))).ToList();
        var outcomes = scored.Select(row => (row.Row, row.Answer, Outcome: Score(row.Row, row.Answer))).ToList();
        Print(outcomes);

        Assert.Empty(outcomes.Where(row => row.Outcome == Outcome.Wrong).Select(row => $"{row.Row.Input} @ {row.Row.Ref}: {row.Answer}"));
        Assert.All(outcomes.Where(row => row.Row.Triage is not null), row => Assert.Equal(Outcome.Documented, row.Outcome));
        Assert.All(outcomes.Where(row => row.Row is { Triage: null, Expect.Kind: "none" }), row => Assert.Equal(Outcome.Agree, row.Outcome));
        Assert.InRange(Agreement("day"), 92, 100);
        Assert.InRange(Agreement("at"), 88, 100);
        Assert.InRange(Agreement("set"), 80, 100);

        double Agreement(string kind)
        {
            var rows = outcomes.Where(row => row.Row.Triage is null && row.Row.Expect.Kind == kind).ToList();
            var percent = 100.0 * rows.Count(row => row.Outcome == Outcome.Agree) / rows.Count;
            output.WriteLine($"{kind}: {percent:0.0} % of {rows.Count}");
            return percent;
        }
    }

    [Fact]
    public void Every_divergence_vector_has_its_outcome()
    {
        var failures = LabelledRows.Vectors()
            .Select(item => (item.Id, item.Vector, Answer: Answer(item.Vector.Input, item.Vector.Ref, "UTC", item.Vector.Order)))
            .Where(item => !Equals(item.Vector.Expect, Normal(item.Answer)))
            .Select(item => $"{item.Id}: {item.Vector.Input} @ {item.Vector.Ref} gave {item.Answer}, not {item.Vector.Expect}");
        Assert.Empty(failures);
    }

    private static LabelledRows.Expected Answer(string input, string now, string zone, string? order)
    {
        var line = DueBatch.Line(JsonSerializer.Serialize(new { input, @ref = now, zone, order }));
        using var answer = JsonDocument.Parse(line);
        return new LabelledRows.Expected(answer.RootElement.GetProperty("kind").GetString()!, answer.RootElement.GetProperty("value").GetString());
    }

    private static Outcome Score(LabelledRows.Row row, LabelledRows.Expected answer)
    {
        var given = Normal(answer);
        if (row.Triage is not null) return given == Normal(row.Triage) ? Outcome.Documented : given.Kind == "none" ? Outcome.Refused : Outcome.Wrong;
        if (given == Normal(row.Expect) || (row.Alt ?? []).Any(other => given == Normal(row.Expect with { Value = other }))) return Outcome.Agree;
        return given.Kind == "none" ? Outcome.Refused : Outcome.Wrong;
    }

    /// <summary>A question counts as not accepted; the parts of the day that a corpus leaves as words have our times.</summary>
    private static LabelledRows.Expected Normal(LabelledRows.Expected value) => value.Kind is "none" or "ask"
        ? new LabelledRows.Expected("none", null)
        : value with
        {
            Value = value.Value?
                .Replace("AT=MORNING", "AT=09:00", StringComparison.Ordinal)
                .Replace("AT=AFTERNOON", "AT=15:00", StringComparison.Ordinal)
                .Replace("AT=EVENING", "AT=19:00", StringComparison.Ordinal),
        };

    private void Print(IReadOnlyList<(LabelledRows.Row Row, LabelledRows.Expected Answer, Outcome Outcome)> outcomes)
    {
        output.WriteLine($"{"group",-15}{"rows",6}{"agree",7}{"docum.",8}{"refused",9}{"wrong",7}");
        foreach (var group in outcomes.GroupBy(row => row.Row.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var count = group.ToLookup(row => row.Outcome, outcome => outcome).ToDictionary(of => of.Key, of => of.Count());
            int Of(Outcome outcome) => count.GetValueOrDefault(outcome);
            output.WriteLine($"{group.Key,-15}{group.Count(),6}{Of(Outcome.Agree),7}{Of(Outcome.Documented),8}{Of(Outcome.Refused),9}{Of(Outcome.Wrong),7}");
        }

        foreach (var (row, answer, outcome) in outcomes.Where(row => row.Outcome is Outcome.Refused or Outcome.Wrong))
        {
            output.WriteLine($"{outcome}: {row.Group} | {row.Input} | {row.Ref} | expected {(row.Triage ?? row.Expect).Value} | {answer.Kind} {answer.Value}");
        }
    }
}
